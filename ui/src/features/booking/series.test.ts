import { describe, expect, it } from 'vitest';
import type { Conflict, SeriesDate, Slot } from '../../api';
import { choiceOf, chosenDates, SeriesPlan } from './series.svelte';

const clash = { kind: 'staff_busy' } as Conflict;
const slot = (day: string, start_min: number) => ({ day, start_min }) as Slot;
const date = (day: string, conflicts: Conflict[] = [], alternative: Slot | null = null): SeriesDate => ({
  day,
  start_min: 840,
  conflicts,
  alternative,
});
const free = date('2026-12-05');
const taken = date('2026-12-19', [clash], slot('2026-12-19', 900));
const hopeless = date('2027-01-02', [clash]);

describe('the dates of a series', () => {
  it('free ones are kept, taken ones go to the nearest free time, those without one are left out', () => {
    expect(chosenDates([free, taken, hopeless], {})).toEqual([
      { day: '2026-12-05', start_min: 840 },
      { day: '2026-12-19', start_min: 900 },
    ]);
  });

  it('what a person decides is done', () => {
    const choices = { '2026-12-05': 'skip', '2026-12-19': 'planned', '2027-01-02': 'planned' } as const;
    expect(chosenDates([free, taken, hopeless], choices)).toEqual([
      { day: '2026-12-19', start_min: 840 },
      { day: '2027-01-02', start_min: 840 },
    ]);
  });

  it('an alternative that is gone is not booked', () => {
    expect(choiceOf(hopeless, { '2027-01-02': 'alternative' })).toBe('skip');
  });

  it('knows when somebody books in spite of a clash', () => {
    const plan = new SeriesPlan();
    plan.rows = [free, taken];
    expect(plan.inSpite).toBe(false);
    plan.choose('2026-12-19', 'planned');
    expect(plan.inSpite).toBe(true);
  });

  it('repeats by weeks or by months, never by both', () => {
    const plan = new SeriesPlan();
    expect(plan.repeat).toEqual({ every_weeks: 2, every_months: 0, count: 6 });
    plan.unit = 'months';
    expect(plan.repeat).toEqual({ every_weeks: 0, every_months: 2, count: 6 });
    plan.count = 1;
    expect(plan.repeat).toBeNull();
  });
});
