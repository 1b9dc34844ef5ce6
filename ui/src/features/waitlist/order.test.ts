import { describe, expect, it } from 'vitest';
import type { Slot, StandingOrder } from '../../api';
import { emptyOrder, nextVisit, orderFields, orderOf, orderProblems } from './order';

const line = {
  service_id: 'cut',
  staff_id: 'anna',
  start_min: null,
  duration_min: 45,
  price_minor: 500_000,
  line_id: null,
};
const alternative = {
  day: '2026-11-30',
  start_min: 870,
  staff_id: 'vera',
  lines: [
    { service_id: 'cut', staff_id: 'vera', start_min: 870, duration_min: 45 },
    { service_id: 'colour', staff_id: 'anna', start_min: 915, duration_min: 90 },
  ],
} as unknown as Slot;
const saved = (more: Partial<StandingOrder>): StandingOrder => ({
  order_id: 'o1',
  order: {
    client_id: 'c1',
    service_ids: ['cut'],
    staff_id: 'anna',
    weekday: 5,
    start_min: 840,
    every_weeks: 3,
    mode: 'propose',
  },
  client: 'Ольга',
  phone: '',
  services: ['Стрижка'],
  staff: 'Анна',
  booked: null,
  next_day: '2026-11-28',
  free: true,
  alternative: null,
  lines: [line],
  ...more,
});

describe('a standing order', () => {
  it('names what it lacks', () => {
    expect(orderProblems(emptyOrder({ kind: 'none' }))).toEqual(['client', 'services', 'staff']);
    const whole = orderOf(saved({}));
    expect(orderProblems(whole)).toEqual([]);
    expect(orderProblems({ ...whole, everyWeeks: 0 })).toEqual(['weeks']);
    expect(orderProblems({ ...whole, everyWeeks: 27 })).toEqual(['weeks']);
    expect(orderProblems({ ...whole, everyWeeks: Number.NaN })).toEqual(['weeks']);
  });

  it('goes out as it came', () => {
    expect(orderFields(orderOf(saved({})))).toEqual(saved({}).order);
  });
});

describe('its next visit', () => {
  it('is booked at the usual time while that is free, with the lines that the salon gave', () => {
    const next = nextVisit(saved({ alternative }));
    expect(next).toMatchObject({ client_id: 'c1', day: '2026-11-28', start_min: 840, lines: [line] });
  });

  it('goes to the nearest free time where the usual one is taken', () => {
    const next = nextVisit(saved({ free: false, alternative }));
    expect(next).toMatchObject({ day: '2026-11-30', start_min: 870 });
    expect(next?.lines.map((one) => [one.staff_id, one.start_min])).toEqual([
      ['vera', 870],
      ['anna', 915],
    ]);
  });

  it('is not offered where it is booked already or nothing is free', () => {
    expect(nextVisit(saved({ booked: 'a1' }))).toBeNull();
    expect(nextVisit(saved({ free: false }))).toBeNull();
  });
});
