import { describe, expect, it } from 'vitest';
import type { TimeOff } from '../../api';
import { dayHours, isSound, lookOf, offOn, shortTime } from './hours';
import { day, hours } from './sample';

function off(more: Partial<TimeOff['time_off']>): TimeOff {
  const fields = { from_day: '2026-11-10', from_min: 0, to_day: '2026-11-12', to_min: 1440, note: '' };
  return { time_off_id: 'off', time_off: { staff_id: 'anna', kind: 'vacation', ...fields, ...more } };
}

describe('hours', () => {
  it('have a break only where it has a length', () => {
    expect(dayHours({ start: 540, end: 1080, breakStart: 780, breakEnd: 780 }).breaks).toEqual([]);
    expect(dayHours({ start: 540, end: 1080, breakStart: 780, breakEnd: 840 }).breaks).toEqual([
      { start_min: 780, end_min: 840 },
    ]);
  });

  it('are sound where the end is later and the break inside', () => {
    expect(isSound({ start: 540, end: 540, breakStart: 0, breakEnd: 0 })).toBe(false);
    expect(isSound({ start: 540, end: 1080, breakStart: 0, breakEnd: 0 })).toBe(true);
    expect(isSound({ start: 540, end: 1080, breakStart: 500, breakEnd: 560 })).toBe(false);
    expect(isSound({ start: 540, end: 1080, breakStart: 1040, breakEnd: 1100 })).toBe(false);
  });

  it('are short where they are full', () => {
    expect([shortTime(540), shortTime(570)]).toEqual(['9', '09:30']);
  });
});

describe('a cell of the month', () => {
  it('is away on each date of the time off, of the person and of the whole salon', () => {
    const list = [off({})];
    expect(offOn(list, 'anna', '2026-11-12')).toHaveLength(1);
    expect(offOn(list, 'anna', '2026-11-13')).toHaveLength(0);
    expect(offOn(list, 'vera', '2026-11-12')).toHaveLength(0);
    expect(offOn([off({ staff_id: null })], 'vera', '2026-11-12')).toHaveLength(1);
  });

  it('is free again on the date at whose midnight the time off ends', () => {
    const list = [off({ to_day: '2026-11-13', to_min: 0 })];
    expect(offOn(list, 'anna', '2026-11-13')).toHaveLength(0);
  });

  it('shows a day that is partly off as worked, and its booked part', () => {
    const list = [off({ kind: 'training', from_min: 540, to_day: '2026-11-10', to_min: 660 })];
    const work = [{ start_min: 660, end_min: 1080 }];
    const look = lookOf(day('2026-11-10', hours(540, 1080), { work, booked_min: 105 }), 'anna', list);
    expect(look).toMatchObject({ tone: 'part', away: 'training', percent: 25 });
  });

  it('is away where nothing is left to work, and off where nothing was planned', () => {
    expect(lookOf(day('2026-11-10', hours(540, 1080), { work: [] }), 'anna', [off({})]).tone).toBe('away');
    expect(lookOf(day('2026-11-20', null), 'anna', []).tone).toBe('off');
  });
});
