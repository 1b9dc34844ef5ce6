import { describe, expect, it } from 'vitest';
import { blockOf, copyWeek, isOrphan, mostWeeks, orphansOf, settingsOf, weekBlock, within } from './paint';
import { day, hours, person } from './sample';

const week = [
  '2026-11-02',
  '2026-11-03',
  '2026-11-04',
  '2026-11-05',
  '2026-11-06',
  '2026-11-07',
  '2026-11-08',
];

describe('painting', () => {
  it('marks the cells between two corners, whichever way the hand went, and never the name', () => {
    const block = blockOf({ row: 2, column: 3 }, { row: 0, column: -1 });
    expect(block).toEqual({ top: 0, bottom: 2, left: 0, right: 3 });
    expect(within(block, 1, 3)).toBe(true);
    expect(within(block, 1, 4)).toBe(false);
  });

  it('takes the whole week of a date, cut at the month', () => {
    expect(weekBlock(6, 0, 30, 3)).toEqual({ top: 0, bottom: 2, left: 0, right: 0 });
    expect(weekBlock(2, 3, 30, 3)).toEqual({ top: 0, bottom: 2, left: 1, right: 7 });
    expect(weekBlock(0, 29, 30, 3)).toEqual({ top: 0, bottom: 2, left: 29, right: 29 });
  });

  it('leaves out who may not be written and dates that stay as they are', () => {
    const staff = [
      person('anna', [day(week[0]!, hours(540, 1080), { source: 'date' }), day(week[1]!, hours(540, 1080))]),
      person('vera', [day(week[0]!, null), day(week[1]!, null)], { may_write: false }),
    ];
    const block = { top: 0, bottom: 1, left: 0, right: 1 };
    expect(
      settingsOf(staff, block, { hours: hours(540, 1080) }).map((one) => [one.staff_id, one.day]),
    ).toEqual([['anna', week[1]]]);
    expect(settingsOf(staff, block, 'usual')).toEqual([
      { staff_id: 'anna', day: week[0], hours: null, usual: true },
    ]);
  });

  it('knows the days off that leave visits alone', () => {
    const staff = [
      person('anna', [day(week[0]!, hours(540, 1080), { booked_min: 60 }), day(week[1]!, null)]),
    ];
    const settings = settingsOf(staff, { top: 0, bottom: 0, left: 0, right: 1 }, { hours: null });
    expect(settings).toHaveLength(2);
    expect(orphansOf(staff, settings)).toEqual([{ staffId: 'anna', name: 'anna', day: week[0] }]);
    expect(orphansOf(staff, settingsOf(staff, { top: 0, bottom: 0, left: 0, right: 1 }, 'usual'))).toEqual(
      [],
    );
  });

  it('forgets them once the day is worked again or the visits are gone', () => {
    const orphan = { staffId: 'anna', name: 'anna', day: week[0]! };
    const on = (own: ReturnType<typeof hours> | null, booked_min: number) =>
      isOrphan([person('anna', [day(week[0]!, own, { booked_min })])], orphan);
    expect(on(null, 60)).toBe(true);
    expect(on(null, 0)).toBe(false);
    expect(on(hours(540, 1080), 60)).toBe(false);
  });

  it('copies a week over the end of a month, days off too', () => {
    const staff = [
      person(
        'anna',
        week.map((date, index) => day(date, index < 5 ? hours(600, 900) : null)),
      ),
    ];
    const copied = copyWeek(staff, 4);
    expect(copied).toHaveLength(28);
    expect(copied.filter((one) => one.day === '2026-12-02')).toEqual([
      { staff_id: 'anna', day: '2026-12-02', hours: hours(600, 900), usual: false },
    ]);
    expect(copied.filter((one) => one.hours === null)).toHaveLength(8);
  });

  it('copies no more dates at once than one command takes', () => {
    for (const people of [1, 5, 8, 20, 57]) expect(people * 7 * mostWeeks(people)).toBeLessThanOrEqual(400);
    expect(mostWeeks(1)).toBe(8);
    expect(mostWeeks(20)).toBe(2);
  });
});
