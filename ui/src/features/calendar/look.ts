/** How a visit looks on the grid and what it is called: bar, tint, icons, word, full name. */
import type { DayAppointment } from '../../api';
import { formatRange } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { paymentName, statusName } from '../../state';
import type { Card, Conflict } from './geometry';

export type Tint = 'paid' | 'part' | 'due' | 'gone' | 'plain';
/** Names of the pictures in `Icons.svelte`. */
export type Picture =
  | 'paid'
  | 'partial'
  | 'due'
  | 'booked'
  | 'confirmed'
  | 'arrived'
  | 'in_progress'
  | 'completed'
  | 'cancelled'
  | 'no_show'
  | 'allergy'
  | 'note';

export function tintOf(visit: DayAppointment): Tint {
  if (visit.status === 'cancelled' || visit.status === 'no_show') return 'gone';
  if (visit.payment_status === 'paid') return 'paid';
  if (visit.due) return 'due';
  return visit.payment_status === 'partial' ? 'part' : 'plain';
}

/** Right to left in order of weight: money last, where the eye looks for it. */
export function picturesOf(visit: DayAppointment): Picture[] {
  const tint = tintOf(visit);
  const pictures: Picture[] = visit.allergy ? ['allergy'] : [];
  const money = { paid: 'paid', part: 'partial', due: 'due', gone: null, plain: null } as const;
  const sign = money[tint];
  const quiet =
    visit.status === 'completed' ||
    visit.status === 'booked' ||
    (tint === 'paid' && visit.status === 'confirmed');
  if (!sign || !quiet) pictures.push(visit.status);
  if (sign) pictures.push(sign);
  return pictures;
}

/** The one word that says how it stands. */
export function wordOf(visit: DayAppointment): string {
  const tint = tintOf(visit);
  if (tint === 'paid' || tint === 'part' || tint === 'due') return paymentName(visit.payment_status);
  return statusName(visit.status);
}

export function clientOf(visit: DayAppointment): string {
  return visit.client || m.common_walk_in();
}

/** All that the card says, for those who hear it. */
export function nameOf(card: Card): string {
  const { visit } = card;
  const parts = [
    formatRange(card.start, card.end),
    clientOf(visit),
    card.services.join(', '),
    statusName(visit.status).toLocaleLowerCase(),
    paymentName(visit.payment_status).toLocaleLowerCase(),
  ];
  if (visit.allergy) parts.push(m.calendar_allergy({ text: visit.allergy }));
  if (visit.has_note) parts.push(m.calendar_has_note());
  return parts.join(', ');
}

/** What a card would run into, in words. */
export function conflictText(conflict: Conflict): string {
  if (conflict.kind === 'day_off') return m.calendar_conflict_day_off();
  const time = formatRange(conflict.from, conflict.to);
  if (conflict.kind === 'busy')
    return m.calendar_conflict_busy({ time, client: conflict.client || m.common_walk_in() });
  return conflict.kind === 'hours'
    ? m.calendar_conflict_hours({ time })
    : m.calendar_conflict_break({ time });
}
