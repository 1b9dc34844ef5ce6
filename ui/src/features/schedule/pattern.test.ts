import { describe, expect, it } from 'vitest';
import { daysOf, nextTurn, resized, shapeOf, shiftsOf, turnsOf } from './pattern';
import { hours } from './sample';

const first = hours(540, 900);
const second = hours(840, 1200);
const THURSDAY = '2026-11-05';

describe('shift patterns', () => {
  it('begin with the first working day where they count days', () => {
    expect(turnsOf('2/2', THURSDAY)).toEqual([1, 1, 0, 0]);
    expect(turnsOf('3/3', THURSDAY)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('keep the weekend off where they count weeks, whatever day they begin on', () => {
    expect(turnsOf('5/2', THURSDAY)).toEqual([1, 1, 0, 0, 1, 1, 1]);
    expect(turnsOf('5/2', '2026-11-02')).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('change the shift on Mondays where weeks alternate', () => {
    expect(turnsOf('weeks', '2026-11-02')).toEqual([1, 1, 1, 1, 1, 0, 0, 2, 2, 2, 2, 2, 0, 0]);
    // From Thursday: two days of the first, a week of the second, and Monday to Wednesday of the first again.
    expect(turnsOf('weeks', THURSDAY)).toEqual([1, 1, 0, 0, 2, 2, 2, 2, 2, 0, 0, 1, 1, 1]);
    // From Saturday: the weekend, and then the first shift.
    expect(turnsOf('weeks', '2026-11-07')).toEqual([0, 0, 1, 1, 1, 1, 1, 0, 0, 2, 2, 2, 2, 2]);
  });

  it('are called by days on and off where they are so', () => {
    const pattern = (turns: ReturnType<typeof turnsOf>, from_day = THURSDAY) => ({
      from_day,
      days: daysOf(turns, first, second),
    });
    expect(shapeOf(pattern([1, 1, 0, 0]))).toEqual({ on: 2, off: 2 });
    expect(shapeOf(pattern(turnsOf('5/2', THURSDAY)))).toEqual({ on: 5, off: 2 });
    expect(shapeOf(pattern([1, 0, 1, 0]))).toBeNull();
    expect(shapeOf(pattern([1, 1]))).toBeNull();
  });

  it('turn from off to the first shift, the second and off again', () => {
    expect([nextTurn(0), nextTurn(1), nextTurn(2)]).toEqual([1, 2, 0]);
  });

  it('are one to twenty-eight days long', () => {
    expect(resized([1, 2], 4)).toEqual([1, 2, 0, 0]);
    expect(resized([1, 2, 1], 1)).toEqual([1]);
    expect(resized([1], 0)).toHaveLength(1);
    expect(resized([1], 99)).toHaveLength(28);
  });

  it('name each different shift once', () => {
    expect(shiftsOf(daysOf([1, 2, 0, 1], first, second))).toEqual([first, second]);
  });
});
