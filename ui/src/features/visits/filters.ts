/** The filters of the list of visits, as the address holds them and as the engine is asked. */
import type { AppointmentStatus, ListAppointments, PaymentStatus } from '../../api';
import { addDays, daysBetween } from '../../core/time';

export type Span = 'next' | 'today' | 'past' | 'own';
export const SPANS: readonly Span[] = ['today', 'next', 'past', 'own'];
export const STATUSES: readonly AppointmentStatus[] = [
  'booked',
  'confirmed',
  'arrived',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
];
export const PAYMENTS: readonly PaymentStatus[] = ['unpaid', 'partial', 'paid'];
/** Statuses after which nothing more is expected of a visit are the others. */
export const NOT_FINAL: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in_progress'];

/** Days that a span looks back or ahead. */
const SPAN_DAYS = 30;
/** As far as one question may reach. */
const LONGEST_DAYS = 1095;

export type Filter = Omit<ListAppointments, 'limit' | 'offset'>;
type Params = Readonly<Record<string, string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (text: string | undefined, otherwise: string) => (text && DAY.test(text) ? text : otherwise);

function listed<T extends string>(text: string | undefined, known: readonly T[]): T[] {
  const words = (text ?? '').split(',');
  return known.filter((one) => words.includes(one));
}

export function spanOf(params: Params): Span {
  return SPANS.find((span) => span === params.span) ?? 'next';
}

/** First and last day that are shown. */
export function daysOf(params: Params, today: string): [string, string] {
  switch (spanOf(params)) {
    case 'today':
      return [today, today];
    case 'past':
      return [addDays(today, -SPAN_DAYS), today];
    case 'next':
      return [today, addDays(today, SPAN_DAYS)];
    case 'own': {
      const from = day(params.from, today);
      const to = day(params.to, from);
      if (to < from) return [from, from];
      return [from, daysBetween(from, to) > LONGEST_DAYS ? addDays(from, LONGEST_DAYS) : to];
    }
  }
}

export function filterOf(params: Params, today: string): Filter {
  const [from_day, to_day] = daysOf(params, today);
  return {
    from_day,
    to_day,
    staff_id: params.staff || null,
    client_id: params.client || null,
    service_id: params.service || null,
    statuses: listed(params.status, STATUSES),
    payment_statuses: listed(params.pay, PAYMENTS),
    to_call: false,
    descending: spanOf(params) === 'past',
  };
}

/** Everything up to today that nobody has closed. */
export function unclosed(today: string): Filter {
  return {
    ...filterOf({}, today),
    from_day: addDays(today, -LONGEST_DAYS),
    to_day: today,
    statuses: [...NOT_FINAL],
  };
}

/** Whom to call: about what is to come, and what was missed not long ago. */
export function toCall(today: string): Filter {
  return {
    ...filterOf({}, today),
    from_day: addDays(today, -SPAN_DAYS),
    to_day: addDays(today, LONGEST_DAYS - SPAN_DAYS),
    to_call: true,
  };
}

/** A list in the address with one word more or less. */
export function toggled(text: string | undefined, word: string): string {
  const words = (text ?? '').split(',').filter(Boolean);
  return (words.includes(word) ? words.filter((one) => one !== word) : [...words, word]).join(',');
}

/** The address without any filter. */
export const NO_FILTERS = {
  span: '',
  from: '',
  to: '',
  staff: '',
  client: '',
  service: '',
  status: '',
  pay: '',
};

export function isFiltered(params: Params): boolean {
  return Object.keys(NO_FILTERS).some((name) => name !== 'span' && (params[name] ?? '') !== '');
}
