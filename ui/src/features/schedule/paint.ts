/** Painting the month: a block of cells, the brush, and the dates that a stroke sets. */
import type { DayHours, DaySetting, ScheduleDay, StaffSchedule } from '../../api';
import { addDays } from '../../core/time';

/** What a stroke does. `select` only marks cells. */
export type Brush = 'select' | 'shift' | 'own' | 'off' | 'usual';

/** A cell: a person's row and a date's column; column −1 is the name. */
export interface Spot {
  row: number;
  column: number;
}

/** Cells between two corners. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What a cell becomes: hours, `null` for a day off, or what the pattern or the weekly hours say. */
export type Paint = { hours: DayHours | null } | 'usual';

/** The contract takes so many dates at once. */
export const MOST_DATES = 400;
const MOST_WEEKS = 8;
const WEEK = 7;

export function blockOf(from: Spot, to: Spot): Block {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.max(Math.min(from.column, to.column), 0),
    right: Math.max(from.column, to.column),
  };
}

export function within(block: Block, row: number, column: number): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

/** The block of a week: every row, the seven columns that share the column's Monday. */
export function weekBlock(weekday: number, column: number, columns: number, rows: number): Block {
  const left = Math.max(column - weekday, 0);
  const right = Math.min(column - weekday + WEEK - 1, columns - 1);
  return { top: 0, bottom: Math.max(rows - 1, 0), left, right };
}

function sameHours(one: DayHours | null, other: DayHours | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stays(day: ScheduleDay, paint: Paint): boolean {
  if (paint === 'usual') return day.source !== 'date';
  return day.source === 'date' && sameHours(day.hours, paint.hours);
}

/** The dates that a stroke over a block sets. Those who may not be written and those that stay are left out. */
export function settingsOf(staff: readonly StaffSchedule[], block: Block, paint: Paint): DaySetting[] {
  return staff.slice(block.top, block.bottom + 1).flatMap((person) =>
    person.may_write
      ? person.days
          .slice(block.left, block.right + 1)
          .filter((day) => !stays(day, paint))
          .map((day) => ({
            staff_id: person.staff_id,
            day: day.day,
            hours: paint === 'usual' ? null : paint.hours,
            usual: paint === 'usual',
          }))
      : [],
  );
}

/** A person and a date on which visits stand although the person is off now. */
export interface Orphan {
  staffId: string;
  name: string;
  day: string;
}

/** Where a stroke that gives a day off would leave visits without their staff member. */
export function orphansOf(staff: readonly StaffSchedule[], settings: readonly DaySetting[]): Orphan[] {
  return settings
    .filter((one) => one.hours === null && !one.usual)
    .flatMap((one) => {
      const person = staff.find(({ staff_id }) => staff_id === one.staff_id);
      const day = person?.days.find((other) => other.day === one.day);
      return person && day && day.booked_min > 0
        ? [{ staffId: one.staff_id, name: person.name, day: one.day }]
        : [];
    });
}

/** Still so: the day is off and visits stand on it. */
export function isOrphan(staff: readonly StaffSchedule[], one: Orphan): boolean {
  const person = staff.find(({ staff_id }) => staff_id === one.staffId);
  const day = person?.days.find((other) => other.day === one.day);
  return day !== undefined && day.hours === null && day.booked_min > 0;
}

/** For how many weeks a week can be copied at once. */
export function mostWeeks(people: number): number {
  return Math.max(1, Math.min(MOST_WEEKS, Math.floor(MOST_DATES / (WEEK * Math.max(people, 1)))));
}

/** The week's dates again in each of the following weeks. */
export function copyWeek(staff: readonly StaffSchedule[], weeks: number): DaySetting[] {
  return staff.flatMap((person) =>
    person.days.slice(0, WEEK).flatMap((day) =>
      Array.from({ length: weeks }, (_, index) => ({
        staff_id: person.staff_id,
        day: addDays(day.day, WEEK * (index + 1)),
        hours: day.hours,
        usual: false,
      })),
    ),
  );
}
