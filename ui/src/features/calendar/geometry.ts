/** What stands on the grid: visits, group appointments, time off, held times, and how wide each is. */
import type {
  DayAppointment,
  DayGroup,
  DayHold,
  DayLine,
  DayOff,
  DayStaff,
  DayView,
  Resource,
} from '../../api';
import { layLanes, type Lane } from '../../core/lanes';

/** Visits begin and end on these minutes when moved by hand. */
export const SNAP_MIN = 5;

export interface Stretch {
  from: number;
  to: number;
}

interface Standing extends Lane {
  /** Unique on the screen. */
  key: string;
  start: number;
  end: number;
}

/** Neighbouring services of one visit by one person: what a staff member sees as one piece of work. */
export interface Card extends Standing {
  kind: 'visit';
  visit: DayAppointment;
  staffId: string;
  services: readonly string[];
  /** The service that grows when the card's edge is pulled. */
  lastLine: string;
  /** Its length now. */
  lastLineMin: number;
  /** While the client waits the staff member is free. */
  waits: readonly Stretch[];
  /** Minutes of clean-up after the client has gone. */
  cleaning: number;
  /** Its place within a group appointment, and how many there are. */
  seat: number | null;
  seats: number;
}

export interface GroupItem extends Standing {
  kind: 'group';
  group: DayGroup;
}

export interface OffItem extends Standing {
  kind: 'off';
  off: DayOff;
}

export interface HoldItem extends Standing {
  kind: 'hold';
  hold: DayHold;
}

export type Item = Card | GroupItem | OffItem | HoldItem;

export interface Column {
  /** Unique on the screen. */
  key: string;
  /** The date it shows. */
  day: string;
  /** Whose time it is; `null` for a room, and for a person who is not there on that date. */
  staff: DayStaff | null;
  /** Whose, even where nothing is known of that date; empty for a room. */
  staffId: string;
  resource: Resource | null;
  /** Visits, by start. */
  cards: readonly Card[];
  /** Everything the keyboard stops at, by start. */
  items: readonly Item[];
  /** Minutes outside the hours. */
  shade: readonly Stretch[];
  pauses: readonly Stretch[];
}

export function takesTime(visit: DayAppointment): boolean {
  return visit.status !== 'cancelled' && visit.status !== 'no_show';
}

export function visitStart(visit: DayAppointment): number {
  return Math.min(...visit.lines.map((line) => line.start_min));
}

export function visitEnd(visit: DayAppointment): number {
  return Math.max(...visit.lines.map((line) => line.start_min + line.duration_min));
}

export function snap(minute: number, step = SNAP_MIN): number {
  return Math.round(minute / step) * step;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** When the client waits within a service, and whoever serves may take another. */
export function waitOf(line: DayLine): Stretch | null {
  const to = line.start_min + line.duration_min - line.finishing_min;
  return line.processing_min > 0 ? { from: to - line.processing_min, to } : null;
}

const ALONE: Lane = { lane: 0, lanes: 1, span: 1 };

/** The cards of a visit's lines, each person's services in a row joined. */
export function cardsOf(visit: DayAppointment, lines: readonly DayLine[] = visit.lines, mark = ''): Card[] {
  const cards: Card[] = [];
  for (const line of [...lines].sort((a, b) => a.start_min - b.start_min)) {
    const before = cards.findLast((card) => card.staffId === line.staff_id);
    if (before?.end === line.start_min) grow(before, line);
    else cards.push(cardOf(visit, line, mark));
  }
  return cards;
}

function cardOf(visit: DayAppointment, line: DayLine, mark: string): Card {
  const wait = waitOf(line);
  return {
    kind: 'visit',
    key: `${visit.appointment_id}:${line.line_id}${mark}`,
    visit,
    staffId: line.staff_id,
    start: line.start_min,
    end: line.start_min + line.duration_min,
    services: [line.service],
    lastLine: line.line_id,
    lastLineMin: line.duration_min,
    waits: wait ? [wait] : [],
    cleaning: line.transition_min,
    seat: null,
    seats: 0,
    ...ALONE,
  };
}

function grow(card: Card, line: DayLine): void {
  const wait = waitOf(line);
  card.end = line.start_min + line.duration_min;
  card.services = [...card.services, line.service];
  card.lastLine = line.line_id;
  card.lastLineMin = line.duration_min;
  if (wait) card.waits = [...card.waits, wait];
  card.cleaning = line.transition_min;
}

/** Off before visits before groups at one minute, longer before shorter. */
const order: Record<Item['kind'], number> = { off: 0, group: 1, visit: 2, hold: 3 };

function byTime(a: Item, b: Item): number {
  return a.start - b.start || order[a.kind] - order[b.kind] || b.end - a.end;
}

/**
 * Everything of a column laid side by side where it overlaps. Who comes to a group appointment
 * stands in rows within it; time off is behind everything.
 */
export function layItems(cards: Card[], others: readonly Item[]): { cards: Card[]; items: Item[] } {
  const groups = new Map<string, number>();
  for (const item of others) if (item.kind === 'group') groups.set(item.group.group_id, 0);
  cards.sort(byTime);
  for (const card of cards) {
    const taken = groups.get(card.visit.group_id ?? '');
    if (taken === undefined || !takesTime(card.visit)) continue;
    card.seat = taken;
    groups.set(card.visit.group_id ?? '', taken + 1);
  }
  const laid = [
    ...cards.filter((card) => card.seat === null),
    ...others.filter(({ kind }) => kind !== 'off'),
  ];
  layLanes(laid).forEach((lane, index) => Object.assign(laid[index] as Item, lane));
  const widths = new Map(
    laid.flatMap((item) => (item.kind === 'group' ? [[item.group.group_id, item]] : [])),
  );
  for (const card of cards) {
    const group = card.seat === null ? undefined : widths.get(card.visit.group_id ?? '');
    if (!group) continue;
    const seats = groups.get(card.visit.group_id ?? '') ?? 0;
    Object.assign(card, { lane: group.lane, lanes: group.lanes, span: group.span, seats });
  }
  return { cards, items: [...cards, ...others].sort(byTime) };
}

/** Group appointments, held times and time off of one person on one date. */
export function othersOf(day: DayView, staffId: string, mark: string): Item[] {
  const groups = day.groups
    .filter((group) => group.staff_id === staffId)
    .map<Item>((group) => ({
      kind: 'group',
      group,
      key: `group:${group.group_id}`,
      start: group.start_min,
      end: group.start_min + group.duration_min,
      ...ALONE,
    }));
  const holds = day.holds
    .filter((hold) => hold.staff_id === staffId)
    .map<Item>((hold) => ({
      kind: 'hold',
      hold,
      key: `hold:${hold.entry_id}`,
      start: hold.start_min,
      end: hold.end_min,
      ...ALONE,
    }));
  return [...groups, ...holds, ...offsOf(day, staffId, mark)];
}

/** Time off of a person, and the whole salon's. */
export function offsOf(day: DayView, staffId: string, mark: string): Item[] {
  return day.off
    .filter((off) => off.staff_id === null || off.staff_id === staffId)
    .map((off) => ({
      kind: 'off',
      off,
      key: `off:${off.time_off_id}:${mark}`,
      start: off.start_min,
      end: off.end_min,
      ...ALONE,
    }));
}

/** What is not worked between two minutes: outside the hours, and pauses between them. */
export function shadeOf(
  work: readonly { start_min: number; end_min: number }[],
  opens: number,
  closes: number,
): Pick<Column, 'shade' | 'pauses'> {
  const first = work[0];
  const last = work.at(-1);
  if (!first || !last) return { shade: [{ from: opens, to: closes }], pauses: [] };
  const within = (from: number, to: number) => ({ from: Math.max(from, opens), to: Math.min(to, closes) });
  const real = (stretch: Stretch) => stretch.to > stretch.from;
  return {
    shade: [within(opens, first.start_min), within(last.end_min, closes)].filter(real),
    pauses: work
      .slice(1)
      .map((next, index) => within(work[index]?.end_min ?? next.start_min, next.start_min))
      .filter(real),
  };
}
