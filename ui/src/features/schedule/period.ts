/** From when to when somebody is away. */
import type { TimeOffFields } from '../../api';
import { DAY_MINUTES } from '../../core/time';

export type Period = Pick<TimeOffFields, 'from_day' | 'from_min' | 'to_day' | 'to_min'>;

/** A date from midnight to midnight. */
export function wholeDay(day: string): Period {
  return { from_day: day, from_min: 0, to_day: day, to_min: DAY_MINUTES };
}

/** When a time off is. */
export function periodOf({ from_day, from_min, to_day, to_min }: TimeOffFields): Period {
  return { from_day, from_min, to_day, to_min };
}

/** It has a length. */
export function isForward(period: Period): boolean {
  if (period.from_day !== period.to_day) return period.from_day < period.to_day;
  return period.from_min < period.to_min;
}

/** The period with another first day; it never ends before it begins. */
export function from(period: Period, day: string): Period {
  return { ...period, from_day: day, to_day: period.to_day < day ? day : period.to_day };
}

/** Whole days, or the hours of a working day. */
export function timed(period: Period, whole: boolean, opens: number, closes: number): Period {
  return whole
    ? { ...period, from_min: 0, to_min: DAY_MINUTES }
    : { ...period, from_min: opens, to_min: closes };
}
