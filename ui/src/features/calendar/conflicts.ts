/** What a visit would run into, as far as the screen knows; the engine decides. */
import type { DayAppointment, DayLine, DayStaff, DayView, TimeOffKind } from '../../api';
import { type Stretch, takesTime, waitOf } from './geometry';

export type Conflict =
  | { kind: 'busy'; staff: string; from: number; to: number; client: string }
  | { kind: 'cleaning'; staff: string; from: number; to: number; client: string }
  | { kind: 'client'; from: number; to: number; client: string }
  | { kind: 'resource'; resource: string; from: number; to: number }
  | { kind: 'held'; from: number; to: number; client: string }
  | { kind: 'hours'; staff: string; from: number; to: number }
  | { kind: 'break'; staff: string; from: number; to: number }
  | { kind: 'off'; off: TimeOffKind; from: number; to: number }
  | { kind: 'day_off'; staff: string };

/** Hands-on stretches of a service: before the client waits, and after. */
function handsOn(line: DayLine): Stretch[] {
  const whole = { from: line.start_min, to: line.start_min + line.duration_min };
  const wait = waitOf(line);
  if (!wait) return [whole];
  return [
    { from: whole.from, to: wait.from },
    { from: wait.to, to: whole.to },
  ].filter((stretch) => stretch.to > stretch.from);
}

function meet(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}

function meetAny(list: readonly Stretch[], others: readonly Stretch[]): boolean {
  return list.some((one) => others.some((other) => meet(one, other)));
}

/** The whole of a service with its clean-up. */
function withCleaning(line: DayLine): Stretch {
  const end = line.start_min + line.duration_min;
  return { from: end, to: end + line.transition_min };
}

/** What a visit on the day runs into first. */
export function conflictOf(day: DayView, visitId: string): Conflict | null {
  const visit = day.appointments.find((one) => one.appointment_id === visitId);
  if (!visit || !takesTime(visit)) return null;
  const others = day.appointments.filter((one) => one !== visit && takesTime(one));
  for (const line of visit.lines) {
    const staff = day.staff.find((one) => one.staff_id === line.staff_id);
    const found =
      withOthers(line, visit, others, staff?.name ?? '') ??
      withRooms(line, others, day) ??
      withPlans(line, day) ??
      withHours(line, staff);
    if (found) return found;
  }
  return null;
}

function withOthers(
  line: DayLine,
  visit: DayAppointment,
  others: readonly DayAppointment[],
  staff: string,
): Conflict | null {
  const own = handsOn(line);
  const whole = { from: line.start_min, to: line.start_min + line.duration_min };
  for (const other of others) {
    const group = visit.group_id !== null && other.group_id === visit.group_id;
    for (const theirs of group ? [] : other.lines) {
      const span = { from: theirs.start_min, to: theirs.start_min + theirs.duration_min };
      const sameHands = theirs.staff_id === line.staff_id;
      if (sameHands && meetAny(own, handsOn(theirs)))
        return { kind: 'busy', staff, ...span, client: other.client };
      if (
        sameHands &&
        (meetAny(own, [withCleaning(theirs)]) || meetAny([withCleaning(line)], handsOn(theirs)))
      )
        return { kind: 'cleaning', staff, from: span.to, to: withCleaning(theirs).to, client: other.client };
      if (visit.client_id !== null && other.client_id === visit.client_id && meet(whole, span))
        return { kind: 'client', ...span, client: other.client };
    }
  }
  return null;
}

function withRooms(line: DayLine, others: readonly DayAppointment[], day: DayView): Conflict | null {
  const whole = { from: line.start_min, to: line.start_min + line.duration_min };
  for (const id of line.resource_ids) {
    const resource = day.resources.find((one) => one.resource_id === id);
    const users = others.flatMap((other) =>
      other.lines.filter(
        (theirs) =>
          theirs.resource_ids.includes(id) &&
          meet(whole, { from: theirs.start_min, to: theirs.start_min + theirs.duration_min }),
      ),
    );
    const first = users[0];
    if (resource && first && users.length >= resource.units)
      return {
        kind: 'resource',
        resource: resource.name,
        from: first.start_min,
        to: first.start_min + first.duration_min,
      };
  }
  return null;
}

/** Time off and times held for the waitlist. */
function withPlans(line: DayLine, day: DayView): Conflict | null {
  const own = handsOn(line);
  const off = day.off.find(
    (one) =>
      (one.staff_id === null || one.staff_id === line.staff_id) &&
      meetAny(own, [{ from: one.start_min, to: one.end_min }]),
  );
  if (off) return { kind: 'off', off: off.kind, from: off.start_min, to: off.end_min };
  const hold = day.holds.find(
    (one) => one.staff_id === line.staff_id && meetAny(own, [{ from: one.start_min, to: one.end_min }]),
  );
  return hold ? { kind: 'held', from: hold.start_min, to: hold.end_min, client: hold.client } : null;
}

function withHours(line: DayLine, staff: DayStaff | undefined): Conflict | null {
  const work = staff?.work ?? [];
  const first = work[0];
  const last = work.at(-1);
  if (!first || !last) return { kind: 'day_off', staff: staff?.name ?? '' };
  const name = staff?.name ?? '';
  if (line.start_min < first.start_min || line.start_min + line.duration_min > last.end_min)
    return { kind: 'hours', staff: name, from: first.start_min, to: last.end_min };
  for (const [index, next] of work.slice(1).entries()) {
    const pause = { from: work[index]?.end_min ?? next.start_min, to: next.start_min };
    if (meetAny(handsOn(line), [pause])) return { kind: 'break', staff: name, ...pause };
  }
  return null;
}
