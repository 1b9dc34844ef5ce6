import { describe, expect, it } from 'vitest';
import { daysOfSpan, inMonths, monthsOf, periodOf, spanOf } from './period';

const today = '2026-03-05';

describe('the days of a finance report', () => {
  it('knows this month, the last one and this year', () => {
    expect(daysOfSpan('this_month', today)).toEqual({ from: '2026-03-01', to: today });
    expect(daysOfSpan('last_month', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOfSpan('this_year', today)).toEqual({ from: '2026-01-01', to: today });
    expect(spanOf({ from: '2026-02-01', to: '2026-02-28' }, today)).toBe('last_month');
    expect(spanOf({ from: '2026-02-02', to: '2026-02-28' }, today)).toBe('');
  });

  it('takes what the address says where it makes sense', () => {
    expect(periodOf({}, today)).toEqual({ from: '2026-03-01', to: today });
    expect(periodOf({ from: '2026-01-10', to: '2026-01-20' }, today)).toEqual({
      from: '2026-01-10',
      to: '2026-01-20',
    });
    expect(periodOf({ from: '2026-01-10', to: '2026-01-02' }, today)).toEqual({
      from: '2026-01-02',
      to: '2026-01-02',
    });
    expect(periodOf({ from: 'x', to: '2026-01-20' }, today).from).toBe('2026-01-01');
    expect(periodOf({ from: '1990-01-01', to: today }, today).from > '2016-01-01').toBe(true);
  });

  it('stands in columns of months where there are some, and not too many', () => {
    expect(monthsOf({ from: '2025-12-31', to: '2026-02-01' })).toBe(3);
    expect(inMonths({ from: '2026-03-01', to: today })).toBe(false);
    expect(inMonths({ from: '2025-12-01', to: today })).toBe(true);
    expect(inMonths({ from: '2020-12-01', to: today })).toBe(false);
  });
});
