import { describe, expect, it } from 'vitest';
import { daysOf, lastDays, spanOf } from './days';

const TODAY = '2026-11-21';

describe('the days of a report', () => {
  it('are the last thirty where nothing is asked', () => {
    expect(daysOf({}, TODAY)).toEqual({ from: '2026-10-23', to: TODAY });
    expect(daysOf({ from: 'x', to: '1' }, TODAY)).toEqual(daysOf({}, TODAY));
  });
  it('are what is asked, never turned round', () => {
    expect(daysOf({ from: '2026-11-01', to: '2026-11-05' }, TODAY)).toEqual({
      from: '2026-11-01',
      to: '2026-11-05',
    });
    expect(daysOf({ from: '2026-11-09', to: '2026-11-05' }, TODAY)).toEqual({
      from: '2026-11-05',
      to: '2026-11-05',
    });
  });
  it('are a year at most, the latest one', () => {
    expect(daysOf({ from: '2020-01-01', to: '2026-11-05' }, TODAY).from).toBe('2025-11-05');
    expect(daysOf({ from: '2025-11-05', to: '2026-11-05' }, TODAY).from).toBe('2025-11-05');
    expect(daysOf({ from: '2025-11-04', to: '2026-11-05' }, TODAY).from).toBe('2025-11-05');
  });
  it('are known by the span that makes them', () => {
    expect(lastDays(1, TODAY)).toEqual({ from: TODAY, to: TODAY });
    expect([1, 7, 30].map((count) => spanOf(lastDays(count, TODAY), TODAY))).toEqual([1, 7, 30]);
    expect(spanOf({ from: '2026-11-01', to: '2026-11-05' }, TODAY)).toBe(0);
  });
});
