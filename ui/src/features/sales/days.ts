/** The days of a report, as the address holds them. No framework. */
import { addDays, daysBetween } from '../../core/time';

export interface Days {
  from: string;
  to: string;
}

/** Spans that are one press, in days up to today. */
export const SPANS = [1, 7, 30] as const;
const USUAL = 30;
/** As far as one question may reach, both ends counted. */
const LONGEST = 366;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** So many days up to today. */
export function lastDays(count: number, today: string): Days {
  return { from: addDays(today, 1 - count), to: today };
}

/** What the address asks for; what it does not say, or says wrongly, is as usual. */
export function daysOf(params: Readonly<Record<string, string>>, today: string): Days {
  const usual = lastDays(USUAL, today);
  const read = (text: string | undefined, otherwise: string) => (text && DAY.test(text) ? text : otherwise);
  const to = read(params.to, usual.to);
  const from = read(params.from, usual.from);
  if (from > to) return { from: to, to };
  return { from: daysBetween(from, to) >= LONGEST ? addDays(to, 1 - LONGEST) : from, to };
}

/** The one-press span that these days are; 0: none. */
export function spanOf(days: Days, today: string): number {
  return SPANS.find((count) => lastDays(count, today).from === days.from && days.to === today) ?? 0;
}
