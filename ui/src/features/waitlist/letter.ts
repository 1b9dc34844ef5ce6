/** Drafts of messages to clients, in the salon's language. Nothing is sent: the desk copies them. */
import type { VisitAtRisk, WaitlistEntry } from '../../api';
import { dayLabel, formatMinutes } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { clock, locale, salon } from '../../state';

const language = () => salon()?.salon.language ?? locale();

/** What stands on the sign. */
const sign = () => salon()?.salon.name ?? '';

/** Asks whether the client will come. */
export function confirmLetter(visit: VisitAtRisk): string {
  const to = language();
  return m.waitlist_letter_confirm(
    {
      client: visit.client,
      day: dayLabel(visit.day, to),
      time: formatMinutes(visit.start_min),
      services: visit.services.join(', '),
      salon: sign(),
    },
    { locale: to },
  );
}

/** Offers the held time; without one, says that the salon will tell. */
export function offerLetter(wish: WaitlistEntry): string {
  const to = language();
  const { client, service, offer } = wish;
  if (!offer) return m.waitlist_letter_waiting({ client, service, salon: sign() }, { locale: to });
  return m.waitlist_letter_offer(
    {
      client,
      service,
      day: dayLabel(offer.day, to),
      time: formatMinutes(offer.start_min),
      until: clock(offer.until),
      salon: sign(),
    },
    { locale: to },
  );
}
