/** Hours of a day as they are typed and as a cell shows them. */
import type { DayHours, ScheduleDay, TimeOff, TimeOffKind } from '../../api';
import { formatMinutes } from '../../core/time';

/** Hours with one break; no break where it has no length. */
export interface TypedHours {
  start: number;
  end: number;
  breakStart: number;
  breakEnd: number;
}

export function dayHours(typed: TypedHours): DayHours {
  const has = typed.breakEnd > typed.breakStart;
  return {
    start_min: typed.start,
    end_min: typed.end,
    breaks: has ? [{ start_min: typed.breakStart, end_min: typed.breakEnd }] : [],
  };
}

/** An end after the start, and a break inside. */
export function isSound(typed: TypedHours): boolean {
  if (typed.end <= typed.start) return false;
  if (typed.breakEnd <= typed.breakStart) return true;
  return typed.breakStart >= typed.start && typed.breakEnd <= typed.end;
}

/** `9`, `9:30`: as short as a narrow cell needs it. */
export function shortTime(minutes: number): string {
  return minutes % 60 === 0 ? String(minutes / 60) : formatMinutes(minutes);
}

/** What a cell of the month shows. */
export interface CellLook {
  tone: 'work' | 'off' | 'away' | 'part';
  hours: DayHours | null;
  /** Booked part of the worked minutes in hundredths, at most 100. */
  percent: number;
  /** Time off that touches the date, the whole-day one first. */
  away: TimeOffKind | null;
  source: ScheduleDay['source'];
}

function touches(off: TimeOff, staffId: string, day: string): boolean {
  const { staff_id, from_day, to_day, from_min, to_min } = off.time_off;
  if (staff_id !== null && staff_id !== staffId) return false;
  if (day < from_day || day > to_day) return false;
  // It ends with midnight before the date, or begins when the date is over.
  return !(day === to_day && to_min === 0) && !(day === from_day && from_min === 1440);
}

/** Time off that touches a person's date. */
export function offOn(list: readonly TimeOff[], staffId: string, day: string): TimeOff[] {
  return list.filter((off) => touches(off, staffId, day));
}

export function lookOf(day: ScheduleDay, staffId: string, list: readonly TimeOff[]): CellLook {
  const off = offOn(list, staffId, day.day);
  const worked = day.work.reduce((sum, span) => sum + span.end_min - span.start_min, 0);
  const gone = off.length > 0 && worked === 0;
  const tone = gone ? 'away' : day.hours === null ? 'off' : off.length > 0 ? 'part' : 'work';
  const percent = worked > 0 ? Math.min(100, Math.round((day.booked_min / worked) * 100)) : 0;
  return { tone, hours: day.hours, percent, away: off[0]?.time_off.kind ?? null, source: day.source };
}
