/** How a visit looks on the grid and what it is called: bar, tint, icons, word, full name. */
import type { ConflictKind, DayAppointment, TimeOffKind } from '../../api';
import { dayLabel, formatRange } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { locale, paymentName, statusName } from '../../state';
import type { Conflict } from './conflicts';
import type { GridMode } from './board';
import type { Card, Column } from './geometry';

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
  | 'conflict'
  | 'call'
  | 'series'
  | 'note';

export function tintOf(visit: DayAppointment): Tint {
  if (visit.status === 'cancelled' || visit.status === 'no_show') return 'gone';
  if (visit.payment_status === 'paid') return 'paid';
  if (visit.due) return 'due';
  return visit.payment_status === 'partial' ? 'part' : 'plain';
}

/** In order of weight: money first, it stands at the end where the eye looks for it. `few`: there is room for one. */
export function picturesOf(visit: DayAppointment, few = false): Picture[] {
  const tint = tintOf(visit);
  const pictures: Picture[] = [];
  if (visit.has_note) pictures.push('note');
  if (visit.series_id !== null) pictures.push('series');
  if (visit.to_call) pictures.push('call');
  if (visit.conflicts.length > 0) pictures.push('conflict');
  if (visit.allergy) pictures.push('allergy');
  const money = { paid: 'paid', part: 'partial', due: 'due', gone: null, plain: null } as const;
  const sign = money[tint];
  const quiet =
    visit.status === 'completed' ||
    visit.status === 'booked' ||
    (tint === 'paid' && visit.status === 'confirmed');
  if (!sign || !quiet) pictures.push(visit.status);
  if (sign) pictures.push(sign);
  pictures.reverse();
  return few ? pictures.slice(0, 1) : pictures;
}

/** The one word that says how it stands. */
export function wordOf(visit: DayAppointment): string {
  const tint = tintOf(visit);
  if (tint === 'paid' || tint === 'part' || tint === 'due') return paymentName(visit.payment_status);
  return statusName(visit.status);
}

export function clientOf(visit: { client: string }): string {
  return visit.client || m.common_walk_in();
}

const kinds: Record<ConflictKind, () => string> = {
  staff_busy: m.calendar_kind_staff_busy,
  resource_busy: m.calendar_kind_resource_busy,
  client_busy: m.calendar_kind_client_busy,
  outside_hours: m.calendar_kind_outside_hours,
  in_break: m.calendar_kind_in_break,
  time_off: m.calendar_kind_time_off,
  skill_missing: m.calendar_kind_skill_missing,
  buffer_eaten: m.calendar_kind_buffer_eaten,
  held: m.calendar_kind_held,
  group_full: m.calendar_kind_group_full,
};

/** What a visit was booked in spite of; empty where there was nothing. */
export function inSpiteOf(visit: DayAppointment): string {
  if (visit.conflicts.length === 0) return '';
  return m.calendar_in_spite_of({ what: visit.conflicts.map((kind) => kinds[kind]()).join(', ') });
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
    ...card.waits.map(({ from, to }) => m.calendar_waits({ time: formatRange(from, to) })),
  ];
  if (visit.allergy) parts.push(m.calendar_allergy({ text: visit.allergy }));
  if (visit.conflicts.length > 0) parts.push(inSpiteOf(visit));
  if (visit.to_call) parts.push(m.calendar_to_call());
  if (visit.series_id !== null) parts.push(m.calendar_in_series());
  if (visit.has_note) parts.push(m.calendar_has_note());
  return parts.join(', ');
}

const offs: Record<TimeOffKind, () => string> = {
  vacation: m.calendar_off_vacation,
  sick: m.calendar_off_sick,
  day_off: m.calendar_off_day_off,
  training: m.calendar_off_training,
  break: m.calendar_off_break,
  blocked: m.calendar_off_blocked,
};

export const offKinds = Object.keys(offs) as TimeOffKind[];
export const offName = (kind: TimeOffKind): string => offs[kind]();

/** What a card would run into, in words. */
export function conflictText(conflict: Conflict): string {
  if (conflict.kind === 'day_off') return m.calendar_conflict_day_off();
  const time = formatRange(conflict.from, conflict.to);
  switch (conflict.kind) {
    case 'busy':
      return m.calendar_conflict_busy({ time, client: clientOf(conflict) });
    case 'cleaning':
      return m.calendar_conflict_cleaning({ time });
    case 'client':
      return m.calendar_conflict_client({ time, client: conflict.client });
    case 'resource':
      return m.calendar_conflict_resource({ time, resource: conflict.resource });
    case 'held':
      return m.calendar_conflict_held({ time, client: clientOf(conflict) });
    case 'off':
      return m.calendar_conflict_off({ time, kind: offName(conflict.off) });
    case 'hours':
      return m.calendar_conflict_hours({ time });
    case 'break':
      return m.calendar_conflict_break({ time });
  }
}

/** What a column is, heard. */
export function labelOf(column: Column | undefined, mode: GridMode): string {
  if (!column) return '';
  if (mode === 'week') return dayLabel(column.day, locale());
  return column.staff?.name || column.resource?.name || m.calendar_reading();
}
