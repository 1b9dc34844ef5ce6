import { describe, expect, it } from 'vitest';
import {
  addDays,
  clockOf,
  dayAndMonth,
  dayLabel,
  dayNumeric,
  daysBetween,
  formatMinutes,
  formatRange,
  momentOf,
  monthLabel,
  monthSheet,
  parseDay,
  parseMinutes,
  weekdayName,
  weekdayOf,
  weekStart,
} from './time';

describe('minutes', () => {
  it('shows them as a clock does', () => {
    expect(formatMinutes(825)).toBe('13:45');
    expect(formatMinutes(0)).toBe('00:00');
    expect(formatMinutes(1440)).toBe('24:00');
    expect(formatRange(780, 840)).toBe('13:00–14:00');
  });

  it.each([
    ['9', 540],
    ['09', 540],
    ['930', 570],
    ['0930', 570],
    ['9:30', 570],
    ['9.30', 570],
    ['13 45', 825],
    ['24:00', 1440],
  ])('reads %s', (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

  it.each(['', 'x', '25', '9:60', '24:01', '12345', '9:5'])('refuses %j', (text) =>
    expect(parseMinutes(text)).toBeNull(),
  );
});

describe('days', () => {
  it('begins the week on Monday', () => {
    expect(weekdayOf('2026-11-21')).toBe(5);
    expect(weekStart('2026-11-22')).toBe('2026-11-16');
    expect(weekStart('2026-11-16')).toBe('2026-11-16');
    expect(monthSheet('2026-11-21')[0]).toBe('2026-10-26');
    expect(monthSheet('2026-11-21')).toHaveLength(42);
  });

  it('names days in the four languages', () => {
    expect(dayLabel('2026-11-21', 'ru')).toBe('Сб, 21 ноября');
    expect(dayLabel('2026-11-21', 'uk')).toBe('Сб, 21 листопада');
    expect(dayLabel('2026-11-21', 'kk')).toBe('Сб, 21 қараша');
    expect(dayLabel('2026-11-21', 'en')).toBe('Sat, 21 November');
    expect(weekdayName(0, 'kk', true)).toBe('Дүйсенбі');
    expect(monthLabel('2026-11-21', 'en')).toBe('November 2026');
    expect(dayAndMonth('2026-11-21', 'kk', { year: true })).toBe('21 қараша 2026');
    expect(dayNumeric('2026-03-05')).toBe('05.03.2026');
  });

  it('counts over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-11-21', '2026-12-01')).toBe(10);
  });

  it('reads typed dates and refuses those that do not exist', () => {
    expect(parseDay('14.3.1990')).toBe('1990-03-14');
    expect(parseDay('14/03/90')).toBe('1990-03-14');
    expect(parseDay('2026-11-21')).toBe('2026-11-21');
    expect(parseDay('31.02.2026')).toBeNull();
    expect(parseDay('soon')).toBeNull();
  });

  it("tells moments on the salon's clock", () => {
    const moment = Date.UTC(2026, 10, 21, 3, 52);
    expect(clockOf(moment, 'Asia/Almaty')).toBe('08:52');
    expect(momentOf(moment, 'Europe/Kyiv')).toBe('21.11.2026 05:52');
  });
});
