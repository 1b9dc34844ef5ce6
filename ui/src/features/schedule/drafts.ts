/** What to write to a client whose visit was moved, in the salon's language. */
import type { SalonFields } from '../../api';
import { dayAndMonth, formatMinutes, weekdayName, weekdayOf } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import type { Moved } from './absence';

type Sign = Pick<SalonFields, 'name' | 'phone' | 'language'>;

function at(day: string, minute: number, locale: Sign['language']): string {
  const date = `${dayAndMonth(day, locale)} (${weekdayName(weekdayOf(day), locale).toLocaleLowerCase()})`;
  return m.schedule_draft_at({ day: date, time: formatMinutes(minute) }, { locale });
}

/** A moved visit and who takes it now. */
export interface Told extends Moved {
  staffId: string;
  /** Their name. */
  staff: string;
}

/** The whole text: greeting, what changed, how to answer, the salon's name. */
export function draftOf({ visit, slot, staff }: Told, salon: Sign): string {
  const locale = salon.language;
  const greeting = visit.client
    ? m.schedule_draft_greeting({ client: visit.client }, { locale })
    : m.schedule_draft_greeting_plain({}, { locale });
  const moved = m.schedule_draft_moved(
    {
      old: at(visit.day, visit.start_min, locale),
      services: visit.services.join(', '),
      new: at(slot.day, slot.start_min, locale),
      staff,
    },
    { locale },
  );
  const reply = salon.phone
    ? m.schedule_draft_reply_phone({ phone: salon.phone }, { locale })
    : m.schedule_draft_reply({}, { locale });
  return [greeting, moved, reply, salon.name].filter(Boolean).join(' ');
}
