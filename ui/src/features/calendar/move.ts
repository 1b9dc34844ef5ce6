/** A move of a visit as the calendar knows it: absolute, so that applying it twice changes nothing. */
import type { DayAppointment, DayView, MoveAppointment } from '../../api';
import { visitStart } from './geometry';

export interface Move {
  visitId: string;
  /** Its new date. */
  day: string;
  /** New start of the visit's first service. */
  start: number;
  from?: string;
  to?: string;
  stretch?: { lineId: string; minutes: number };
  override?: boolean;
  /** The later visits of its series move too. */
  following?: boolean;
  /** The visit as it was: what another date shows of it before the engine answers. */
  visit?: DayAppointment;
}

/** A day as it will look when the move is done. */
export function applyMove(day: DayView, move: Move): DayView {
  const here = day.appointments.some((visit) => visit.appointment_id === move.visitId);
  if (move.day !== day.day && !here) return day;
  const without = day.appointments.filter((visit) => visit.appointment_id !== move.visitId);
  if (move.day !== day.day) return { ...day, appointments: without };
  if (!here) return move.visit ? { ...day, appointments: [...without, movedVisit(move.visit, move)] } : day;
  return {
    ...day,
    appointments: day.appointments.map((visit) =>
      visit.appointment_id === move.visitId ? movedVisit(visit, move) : visit,
    ),
  };
}

function movedVisit(visit: DayAppointment, move: Move): DayAppointment {
  const shift = move.start - visitStart(visit);
  const lines = visit.lines.map((line) => ({
    ...line,
    start_min: line.start_min + shift,
    staff_id: line.staff_id === move.from && move.to ? move.to : line.staff_id,
    duration_min: line.line_id === move.stretch?.lineId ? move.stretch.minutes : line.duration_min,
  }));
  return { ...visit, lines };
}

/** Two moves of one visit, the second made before the first was sent, as one. */
export function joinMoves(first: Move, second: Move): Move {
  const chained = first.to !== undefined && first.to === second.from;
  const from = chained ? first.from : (second.from ?? first.from);
  const to = second.to ?? first.to;
  const crossing = from !== undefined && from !== to;
  return {
    ...first,
    ...second,
    from: crossing ? from : undefined,
    to: crossing ? to : undefined,
    stretch: second.stretch ?? first.stretch,
    visit: first.visit ?? second.visit,
  };
}

export function moveInput(move: Move): MoveAppointment {
  return {
    appointment_id: move.visitId,
    day: move.day,
    start_min: move.start,
    from_staff_id: move.from ?? null,
    to_staff_id: move.to ?? null,
    stretch: move.stretch ? { line_id: move.stretch.lineId, duration_min: move.stretch.minutes } : null,
    following: move.following ?? false,
    override_conflicts: move.override ?? false,
  };
}
