import { describe, expect, it } from 'vitest';
import { lastOfMonth, monthOf, periodOf, steppedMonth, upToToday } from './period';

describe('the period of pay', () => {
  it('is a month of the calendar unless the address says otherwise', () => {
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(lastOfMonth('2026-12-31')).toBe('2026-12-31');
    expect(periodOf({}, '2026-11-21')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(periodOf({ from: '2026-11-16', to: '2026-11-20' }, '2026-11-21')).toEqual({
      from: '2026-11-16',
      to: '2026-11-20',
    });
    expect(periodOf({ from: 'x', to: '2026-10-01' }, '2026-11-21')).toEqual(monthOf('2026-11-21'));
  });

  it('goes by months', () => {
    expect(steppedMonth({ from: '2026-11-16', to: '2026-11-20' }, -1)).toEqual(monthOf('2026-10-05'));
    expect(steppedMonth(monthOf('2026-12-01'), 1)).toEqual(monthOf('2027-01-01'));
  });

  it('is run only for days that were worked', () => {
    expect(upToToday(monthOf('2026-11-21'), '2026-11-21')).toEqual({ from: '2026-11-01', to: '2026-11-21' });
    expect(upToToday(monthOf('2026-10-21'), '2026-11-21')).toEqual(monthOf('2026-10-21'));
  });
});
