/** The days of a finance report, as the address holds them. No framework. */
import { addDays, daysBetween } from '../../core/time';

export interface Period {
  from: string;
  to: string;
}

/** Periods that are one press. */
export const SPANS = ['this_month', 'last_month', 'this_year'] as const;
export type Span = (typeof SPANS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As far as one question may reach. */
const LONGEST = 3_600;
/** Columns by month, as many as the engine gives. */
const MONTHS = 24;

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;

/** The days of a span; the present month and year end today. */
export function daysOfSpan(span: Span, today: string): Period {
  if (span === 'this_year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  if (span === 'this_month') return { from: firstOf(today), to: today };
  const to = addDays(firstOf(today), -1);
  return { from: firstOf(to), to };
}

/** Which span these days are, or none. */
export function spanOf(period: Period, today: string): Span | '' {
  const same = (span: Span) => {
    const days = daysOfSpan(span, today);
    return days.from === period.from && days.to === period.to;
  };
  return SPANS.find(same) ?? '';
}

/** What the address asks for; what it does not say, or says wrongly, is this month. */
export function periodOf(params: Readonly<Record<string, string>>, today: string): Period {
  const usual = daysOfSpan('this_month', today);
  const read = (text: string | undefined, otherwise: string) => (text && DAY.test(text) ? text : otherwise);
  const to = read(params.to, usual.to);
  const from = read(params.from, params.to ? firstOf(to) : usual.from);
  if (from > to) return { from: to, to };
  return { from: daysBetween(from, to) >= LONGEST ? addDays(to, 1 - LONGEST) : from, to };
}

/** Whether the days can stand in columns of months: more than one, and not too many. */
export function monthsOf(period: Period): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(period.to) - month(period.from) + 1;
}
export const inMonths = (period: Period): boolean => monthsOf(period) > 1 && monthsOf(period) <= MONTHS;
