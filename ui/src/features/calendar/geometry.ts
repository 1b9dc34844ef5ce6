/** The day's grid without a screen: which cards there are, where they stand, what they would hit. */
import type { DayAppointment, DayStaff, DayView, MoveAppointment } from '../../api';
import { layLanes, type Lane } from '../../core/lanes';

/** Visits begin and end on these minutes when moved by hand. */
export const SNAP_MIN = 5;

/** Neighbouring services of one visit by one person: what a staff member sees as one piece of work. */
export interface Card extends Lane {
  key: string;
  visit: DayAppointment;
  staffId: string;
  start: number;
  end: number;
  services: readonly string[];
  /** The service that grows when the card's edge is pulled. */
  lastLine: string;
  /** Its length now. */
  lastLineMin: number;
}

export interface Stretch {
  from: number;
  to: number;
}

export interface Column {
  staff: DayStaff;
  /** By start. */
  cards: readonly Card[];
  /** Minutes outside the person's hours. */
  off: readonly Stretch[];
  pause: Stretch | null;
}

/** A move as the grid knows it: absolute, so that applying it twice changes nothing. */
export interface Move {
  visitId: string;
  day: string;
  /** New start of the visit's first service. */
  start: number;
  from?: string;
  to?: string;
  stretch?: { lineId: string; minutes: number };
  override?: boolean;
}

export type Conflict =
  | { kind: 'busy'; staff: string; from: number; to: number; client: string }
  | { kind: 'hours'; staff: string; from: number; to: number }
  | { kind: 'break'; staff: string; from: number; to: number }
  | { kind: 'day_off'; staff: string };

export function takesTime(visit: DayAppointment): boolean {
  return visit.status !== 'cancelled' && visit.status !== 'no_show';
}

export function visitStart(visit: DayAppointment): number {
  return Math.min(...visit.lines.map((line) => line.start_min));
}

export function snap(minute: number, step = SNAP_MIN): number {
  return Math.round(minute / step) * step;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** The columns of the day, each with its cards laid side by side where they overlap. */
export function columnsOf(day: DayView): Column[] {
  const byStaff = new Map<string, Card[]>(day.staff.map((staff) => [staff.staff_id, []]));
  for (const visit of day.appointments) {
    for (const card of cardsOf(visit)) byStaff.get(card.staffId)?.push(card);
  }
  return day.staff.map((staff) => {
    const cards = (byStaff.get(staff.staff_id) ?? []).sort((a, b) => a.start - b.start || b.end - a.end);
    layLanes(cards).forEach((lane, index) => Object.assign(cards[index] as Card, lane));
    return { staff, cards, ...shadeOf(staff, day.opens_min, day.closes_min) };
  });
}

function cardsOf(visit: DayAppointment): Card[] {
  const cards: Card[] = [];
  const lines = [...visit.lines].sort((a, b) => a.start_min - b.start_min);
  for (const line of lines) {
    const end = line.start_min + line.duration_min;
    const before = cards.findLast((card) => card.staffId === line.staff_id);
    if (before?.end === line.start_min) {
      before.end = end;
      before.services = [...before.services, line.service];
      before.lastLine = line.line_id;
      before.lastLineMin = line.duration_min;
      continue;
    }
    cards.push({
      key: `${visit.appointment_id}:${line.line_id}`,
      visit,
      staffId: line.staff_id,
      start: line.start_min,
      end,
      services: [line.service],
      lastLine: line.line_id,
      lastLineMin: line.duration_min,
      lane: 0,
      lanes: 1,
      span: 1,
    });
  }
  return cards;
}

function shadeOf(staff: DayStaff, opens: number, closes: number): Pick<Column, 'off' | 'pause'> {
  const { working, start_min, end_min, break_start_min, break_end_min } = staff.hours;
  if (!working) return { off: [{ from: opens, to: closes }], pause: null };
  const off = [
    { from: opens, to: Math.min(start_min, closes) },
    { from: Math.max(end_min, opens), to: closes },
  ].filter((stretch) => stretch.to > stretch.from);
  const pause = { from: Math.max(break_start_min, opens), to: Math.min(break_end_min, closes) };
  return { off, pause: pause.to > pause.from ? pause : null };
}

/** The day as it will look when the move is done. */
export function applyMove(day: DayView, move: Move): DayView {
  return {
    ...day,
    appointments: day.appointments
      .filter((visit) => visit.appointment_id !== move.visitId || move.day === day.day)
      .map((visit) => (visit.appointment_id === move.visitId ? movedVisit(visit, move) : visit)),
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
    override_conflicts: move.override ?? false,
  };
}

/** What a visit on the day runs into, as far as the screen knows; the engine decides. */
export function conflictOf(day: DayView, visitId: string): Conflict | null {
  const visit = day.appointments.find((one) => one.appointment_id === visitId);
  if (!visit || !takesTime(visit)) return null;
  for (const line of visit.lines) {
    const staff = day.staff.find((one) => one.staff_id === line.staff_id);
    const found =
      staff && lineConflict(day, visitId, staff, line.start_min, line.start_min + line.duration_min);
    if (found) return found;
  }
  return null;
}

/** What a piece of work of this person from then to then would run into. */
export function lineConflict(
  day: DayView,
  visitId: string,
  staff: DayStaff,
  start: number,
  end: number,
): Conflict | null {
  const { hours, name } = staff;
  if (!hours.working) return { kind: 'day_off', staff: name };
  for (const other of day.appointments) {
    if (other.appointment_id === visitId || !takesTime(other)) continue;
    for (const line of other.lines) {
      const to = line.start_min + line.duration_min;
      if (line.staff_id === staff.staff_id && line.start_min < end && start < to)
        return { kind: 'busy', staff: name, from: line.start_min, to, client: other.client };
    }
  }
  if (start < hours.start_min || end > hours.end_min)
    return { kind: 'hours', staff: name, from: hours.start_min, to: hours.end_min };
  if (start < hours.break_end_min && hours.break_start_min < end)
    return { kind: 'break', staff: name, from: hours.break_start_min, to: hours.break_end_min };
  return null;
}
