/** The period that pay is looked at for: months of the calendar, and halves of them. No framework. */
import { addDays, addMonths } from '../../core/time';

export interface Period {
  from: string;
  to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

export function lastOfMonth(day: string): string {
  return addDays(addMonths(firstOfMonth(day), 1), -1);
}

/** The whole month of a day. */
export function monthOf(day: string): Period {
  return { from: firstOfMonth(day), to: lastOfMonth(day) };
}

/** The month before or after the one that a period begins in. */
export function steppedMonth(period: Period, by: 1 | -1): Period {
  return monthOf(addMonths(firstOfMonth(period.from), by));
}

/** What the address asks for; what it does not say, or says wrongly, is this month. */
export function periodOf(params: Readonly<Record<string, string>>, today: string): Period {
  const usual = monthOf(today);
  const read = (text: string | undefined, otherwise: string) => (text && DAY.test(text) ? text : otherwise);
  const [from, to] = [read(params.from, usual.from), read(params.to, usual.to)];
  return from <= to ? { from, to } : usual;
}

/** What a pay run is made for: up to today, for the days to come are not worked yet. */
export function upToToday({ from, to }: Period, today: string): Period {
  return { from: from > today ? today : from, to: to > today ? today : to };
}
