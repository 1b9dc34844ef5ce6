/** An absence: what becomes of each visit that stands in it. */
import type { AffectedVisit, Rearrange, Slot } from '../../api';

/** One of the visit's alternatives by its place in the list, to be called about, or left where it is. */
export type Fate = number | 'call' | 'leave';
export type Fates = Readonly<Record<string, Fate>>;

/** Both would need the same person at the same time. */
export function collide(one: Slot, other: Slot): boolean {
  if (one.day !== other.day) return false;
  return one.lines.some((line) =>
    other.lines.some(
      (theirs) =>
        line.staff_id === theirs.staff_id &&
        line.start_min < theirs.start_min + theirs.duration_min &&
        theirs.start_min < line.start_min + line.duration_min,
    ),
  );
}

function slotOf(visit: AffectedVisit, fate: Fate | undefined): Slot | undefined {
  return typeof fate === 'number' ? visit.alternatives[fate] : undefined;
}

/** Times that other visits of the list have been given. */
function given(visits: readonly AffectedVisit[], fates: Fates, except: string): Slot[] {
  return visits
    .filter((visit) => visit.appointment_id !== except)
    .flatMap((visit) => slotOf(visit, fates[visit.appointment_id]) ?? []);
}

/** Alternatives of a visit that another visit of the list takes already. */
export function takenOf(visits: readonly AffectedVisit[], fates: Fates, visit: AffectedVisit): Set<number> {
  const others = given(visits, fates, visit.appointment_id);
  const taken = visit.alternatives.flatMap((slot, index) =>
    others.some((other) => collide(slot, other)) ? [index] : [],
  );
  return new Set(taken);
}

/**
 * The best for everybody: each visit by time gets its first alternative that nobody before it has;
 * without one the client is called. What a person has chosen already stays.
 */
export function bestFates(visits: readonly AffectedVisit[], chosen: Fates = {}): Fates {
  const fates: Record<string, Fate> = { ...chosen };
  for (const visit of visits) {
    if (fates[visit.appointment_id] !== undefined) continue;
    const taken = takenOf(visits, fates, visit);
    const free = visit.alternatives.findIndex((_, index) => !taken.has(index));
    fates[visit.appointment_id] = free < 0 ? 'call' : free;
  }
  return fates;
}

export interface Moved {
  visit: AffectedVisit;
  slot: Slot;
}

/** What was decided, sorted by what is done with it. */
export function sorted(visits: readonly AffectedVisit[], fates: Fates) {
  const moved: Moved[] = [];
  const called: AffectedVisit[] = [];
  let left = 0;
  for (const visit of visits) {
    const slot = slotOf(visit, fates[visit.appointment_id]);
    if (slot) moved.push({ visit, slot });
    else if (fates[visit.appointment_id] === 'call') called.push(visit);
    else left += 1;
  }
  return { moved, called, left };
}

/**
 * Who takes over. A visit of several people keeps the others: `staffOfLines` is who does each of its
 * services now, in the order of the proposed ones.
 */
export function stepsIn(slot: Slot, absent: string, staffOfLines: readonly string[] = []): string {
  if (slot.lines.some((line) => line.staff_id === absent)) return absent;
  const own = staffOfLines.indexOf(absent);
  return slot.lines[own]?.staff_id ?? slot.staff_id;
}

/** The visit has several people: who does which service must be asked. */
export function isShared(slot: Slot): boolean {
  return new Set(slot.lines.map((line) => line.staff_id)).size > 1;
}

export function rearrangeOf(moved: Moved, absent: string, staffOfLines: readonly string[] = []): Rearrange {
  const { visit, slot } = moved;
  return {
    appointment_id: visit.appointment_id,
    day: slot.day,
    start_min: slot.start_min,
    from_staff_id: absent,
    to_staff_id: stepsIn(slot, absent, staffOfLines),
  };
}
