/** Drafts of messages to clients, in the salon's language. Nothing is sent: the desk copies them. */
import type { VisitAtRisk, WaitlistEntry } from '../../api';
import { dayLabel, formatMinutes } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { clock, type Locale, locale, salon } from '../../state';

const language = () => salon()?.salon.language ?? locale();

/** A date inside a sentence. */
function dayIn(day: string, to: Locale): string {
  const label = dayLabel(day, to);
  return to === 'en' ? label : label.toLocaleLowerCase();
}

/** What stands on the sign. */
const sign = () => salon()?.salon.name ?? '';

/** Asks whether the client will come. */
export function confirmLetter(visit: VisitAtRisk): string {
  const to = language();
  return m.waitlist_letter_confirm(
    {
      client: visit.client,
      day: dayIn(visit.day, to),
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
      day: dayIn(offer.day, to),
      time: formatMinutes(offer.start_min),
      until: clock(offer.until),
      salon: sign(),
    },
    { locale: to },
  );
}
