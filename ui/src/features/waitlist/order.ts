/** A standing order as it is written: every so many weeks, the same day, time and person. */
import type { BookAppointment, StandingMode, StandingOrder, StandingOrderFields } from '../../api';
import type { Who } from './wish';
import { bookLine } from './work.svelte';

export interface OrderDraft {
  who: Who;
  serviceIds: string[];
  staffId: string;
  weekday: number;
  startMin: number;
  everyWeeks: number;
  mode: StandingMode;
}

export const MOST_WEEKS = 26;

export function emptyOrder(who: Who): OrderDraft {
  return { who, serviceIds: [], staffId: '', weekday: 0, startMin: 600, everyWeeks: 4, mode: 'propose' };
}

export function orderOf(saved: StandingOrder): OrderDraft {
  const { order, client: name, phone } = saved;
  return {
    who: { kind: 'known', id: order.client_id, name, phone },
    serviceIds: [...order.service_ids],
    staffId: order.staff_id,
    weekday: order.weekday,
    startMin: order.start_min,
    everyWeeks: order.every_weeks,
    mode: order.mode,
  };
}

export type OrderProblem = 'client' | 'services' | 'staff' | 'weeks';

export function orderProblems(draft: OrderDraft): OrderProblem[] {
  const found: OrderProblem[] = [];
  if (draft.who.kind !== 'known') found.push('client');
  if (draft.serviceIds.length === 0) found.push('services');
  if (draft.staffId === '') found.push('staff');
  if (!(draft.everyWeeks >= 1 && draft.everyWeeks <= MOST_WEEKS)) found.push('weeks');
  return found;
}

export function orderFields(draft: OrderDraft): StandingOrderFields {
  return {
    client_id: draft.who.kind === 'known' ? draft.who.id : '',
    service_ids: draft.serviceIds,
    staff_id: draft.staffId,
    weekday: draft.weekday,
    start_min: draft.startMin,
    every_weeks: draft.everyWeeks,
    mode: draft.mode,
  };
}

/** The next visit of an order to book: at its usual time, else at the nearest free one; `null` where there is none. */
export function nextVisit(saved: StandingOrder): BookAppointment | null {
  const { order, alternative } = saved;
  if (saved.booked !== null || (!saved.free && !alternative)) return null;
  const usual = { day: saved.next_day, start_min: order.start_min, lines: saved.lines };
  const moved = alternative && {
    day: alternative.day,
    start_min: alternative.start_min,
    lines: alternative.lines.map((part) => bookLine(part, part.start_min)),
  };
  return {
    ...(saved.free || !moved ? usual : moved),
    client_id: order.client_id,
    new_client: null,
    note: '',
    source: '',
    override_conflicts: false,
    group_id: null,
    waitlist_entry_id: null,
  };
}
