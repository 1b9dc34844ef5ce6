/** A wish on the waitlist as it is written and looked at. No framework; the engine decides. */
import type {
  AddToWaitlist,
  ClientFields,
  FindSlots,
  PartOfDay,
  Slot,
  WaitlistEntry,
  WaitlistFields,
} from '../../api';
import { daysBetween } from '../../core/time';

/** Whom a wish or a standing order is for, while it is written. */
export type Who =
  | { kind: 'none' }
  | { kind: 'known'; id: string; name: string; phone: string }
  | { kind: 'new'; firstName: string; lastName: string; phone: string };

/** What is known before the form opens. */
export interface WishPrefill {
  clientId?: string;
  serviceId?: string;
  staffId?: string;
  day?: string;
}

export interface WishDraft {
  who: Who;
  serviceId: string;
  /** Empty: anyone. */
  staffId: string;
  /** Any date suits. */
  anyDay: boolean;
  fromDay: string;
  toDay: string;
  part: PartOfDay;
  note: string;
}

export function emptyWish(today: string, prefill: WishPrefill = {}): WishDraft {
  const day = prefill.day && prefill.day > today ? prefill.day : today;
  return {
    who: { kind: 'none' },
    serviceId: prefill.serviceId ?? '',
    staffId: prefill.staffId ?? '',
    anyDay: prefill.day === undefined,
    fromDay: day,
    toDay: day,
    part: 'any',
    note: '',
  };
}

/** A saved wish, to be changed. */
export function wishOf(saved: WaitlistEntry, today: string): WishDraft {
  const { entry } = saved;
  return {
    who: { kind: 'known', id: saved.client_id, name: saved.client, phone: saved.phone },
    serviceId: entry.service_id,
    staffId: entry.staff_id ?? '',
    anyDay: entry.from_day === null && entry.to_day === null,
    fromDay: entry.from_day ?? today,
    toDay: entry.to_day ?? entry.from_day ?? today,
    part: entry.part,
    note: entry.note,
  };
}

export type WishProblem = 'client' | 'name' | 'service' | 'dates';

/** What the wish still lacks before it can be sent. */
export function wishProblems(draft: WishDraft): WishProblem[] {
  const found: WishProblem[] = [];
  const { who } = draft;
  if (who.kind === 'none') found.push('client');
  if (who.kind === 'new' && who.firstName.trim() === '' && who.phone.trim() === '') found.push('name');
  if (draft.serviceId === '') found.push('service');
  if (!draft.anyDay && draft.toDay < draft.fromDay) found.push('dates');
  return found;
}

export function wishFields(draft: WishDraft): WaitlistFields {
  return {
    service_id: draft.serviceId,
    staff_id: draft.staffId || null,
    from_day: draft.anyDay ? null : draft.fromDay,
    to_day: draft.anyDay ? null : draft.toDay,
    part: draft.part,
    note: draft.note.trim(),
  };
}

/** The wish with its client: a known one, or the new card that is made with it. */
export function wishToAdd(draft: WishDraft, newClient: ClientFields | null): AddToWaitlist {
  const client_id = draft.who.kind === 'known' ? draft.who.id : null;
  return { client_id, new_client: client_id === null ? newClient : null, entry: wishFields(draft) };
}

const NOON = 12 * 60;
const EVENING = 17 * 60;

/** Whether a visit that begins then is in this part of the day. */
export function fitsPart(startMin: number, part: PartOfDay): boolean {
  if (part === 'morning') return startMin < NOON;
  if (part === 'afternoon') return startMin >= NOON && startMin < EVENING;
  return part === 'any' || startMin >= EVENING;
}

const LOOK_DAYS = 28;
const MOST_DAYS = 62;
const MOST_SLOTS = 200;

/** The last date that suits is over. */
export function datesOver(wish: WaitlistEntry, today: string): boolean {
  return wish.entry.to_day !== null && wish.entry.to_day < today;
}

/** Where to look for a free time for a wish whose dates are not over. */
export function searchFor(wish: WaitlistEntry, today: string, minute: number): FindSlots {
  const { service_id, staff_id, from_day, to_day } = wish.entry;
  const from = from_day !== null && from_day > today ? from_day : today;
  const days = to_day === null ? LOOK_DAYS : Math.min(Math.max(daysBetween(from, to_day), 0) + 1, MOST_DAYS);
  return {
    service_ids: [],
    staff_id: null,
    lines: [{ service_id, staff_id, with_previous: false }],
    client_id: wish.client_id,
    appointment_id: null,
    from_day: from,
    days,
    limit: MOST_SLOTS,
    not_before_min: from === today ? minute : 0,
    ranked: true,
  };
}

/** The free times that the wish allows, best first, one for each hour of a day and person. */
export function offersFor(slots: readonly Slot[], part: PartOfDay, most: number): Slot[] {
  const seen = new Set<string>();
  const chosen = slots.filter((slot) => {
    const key = `${slot.day} ${slot.staff_id} ${Math.floor(slot.start_min / 60)}`;
    if (!fitsPart(slot.start_min, part) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return chosen.slice(0, most);
}

/** Somebody still waits for an answer. */
export function isOpen(wish: Pick<WaitlistEntry, 'state'>): boolean {
  return wish.state === 'waiting' || wish.state === 'offered';
}

/** Whole minutes that a held time is still held; 0 where it ran out. */
export function minutesLeft(until: number, now: number): number {
  return Math.max(Math.ceil((until - now) / 60_000), 0);
}
