/** Shift patterns: what a cycle of days looks like, and the cycles that salons use. */
import type { DayHours, ShiftPattern } from '../../api';
import { addDays, weekdayOf } from '../../core/time';

export type Preset = '2/2' | '5/2' | '3/3' | 'weeks' | 'own';
/** A day of the cycle: off, the first shift or the second. */
export type Turn = 0 | 1 | 2;

/** The contract's longest cycle: four weeks. */
export const LONGEST = 28;
const WEEK = 7;
const SATURDAY = 5;

function twos(on: number, off: number): Turn[] {
  return Array.from({ length: on + off }, (_, index) => (index < on ? 1 : 0));
}

/** The cycle of a preset that begins on this date. Weekly ones keep Saturday and Sunday off, whatever day it is. */
export function turnsOf(preset: Preset, fromDay: string, before: readonly Turn[] = []): Turn[] {
  const weekday = weekdayOf(fromDay);
  const week = (turn: Turn) => (_: unknown, index: number) =>
    (weekday + index) % WEEK >= SATURDAY ? (0 as Turn) : turn;
  if (preset === '2/2') return twos(2, 2);
  if (preset === '3/3') return twos(3, 3);
  if (preset === '5/2') return Array.from({ length: WEEK }, week(1));
  if (preset === 'weeks') return alternating(weekday);
  return before.length > 0 ? [...before] : twos(2, 2);
}

/** Two weeks, the first shift in one, the second in the other; they change on Mondays. */
function alternating(weekday: number): Turn[] {
  // A cycle that begins on a weekend has its first working week after it.
  const first = weekday >= SATURDAY ? 1 : 0;
  return Array.from({ length: 2 * WEEK }, (_, index) => {
    if ((weekday + index) % WEEK >= SATURDAY) return 0;
    return Math.floor((weekday + index) / WEEK) % 2 === first ? 1 : 2;
  });
}

/** The next turn when a day of the cycle is pressed. */
export function nextTurn(turn: Turn): Turn {
  return ((turn + 1) % 3) as Turn;
}

/** A cycle made longer or shorter; new days are off. */
export function resized(turns: readonly Turn[], length: number): Turn[] {
  const wanted = Math.min(Math.max(length, 1), LONGEST);
  return Array.from({ length: wanted }, (_, index) => turns[index] ?? 0);
}

/** The cycle as the contract wants it. */
export function daysOf(turns: readonly Turn[], first: DayHours, second: DayHours): (DayHours | null)[] {
  return turns.map((turn) => (turn === 0 ? null : turn === 1 ? first : second));
}

/** What a cycle is called: `2/2` where it is so many days on and so many off, else its length. */
export function shapeOf(
  pattern: Pick<ShiftPattern, 'days' | 'from_day'>,
): { on: number; off: number } | null {
  const { days } = pattern;
  const on = days.filter((day) => day !== null).length;
  const off = days.length - on;
  if (on === 0 || off === 0) return null;
  // A week counts from its Monday: Thursday to Wednesday with two days off is five and two as well.
  const start = days.length === WEEK ? (WEEK - weekdayOf(pattern.from_day)) % WEEK : 0;
  const turned = [...days.slice(start), ...days.slice(0, start)];
  const runs = turned.every((day, index) => (day !== null) === index < on);
  return runs ? { on, off } : null;
}

/** Different shifts of a cycle, in order of their first day. */
export function shiftsOf(days: readonly (DayHours | null)[]): DayHours[] {
  const seen = new Map<string, DayHours>();
  for (const day of days) if (day) seen.set(`${day.start_min}-${day.end_min}`, day);
  return [...seen.values()];
}

/** The dates of a first cycle, to be shown above its days. */
export function datesOf(fromDay: string, length: number): string[] {
  return Array.from({ length }, (_, index) => addDays(fromDay, index));
}
