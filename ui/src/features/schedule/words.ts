/** Schedules in words: hours, time off, patterns, and the full name of a cell. */
import type { DayHours, ShiftPattern, StaffSchedule, TimeOff, TimeOffFields, TimeOffKind } from '../../api';
import { dayAndMonth, dayLabel, formatRange } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { locale } from '../../state';
import { lookOf, offOn } from './hours';
import { shapeOf } from './pattern';

export const kinds: readonly TimeOffKind[] = ['vacation', 'sick', 'day_off', 'training', 'break', 'blocked'];
const kindNames: Record<TimeOffKind, () => string> = {
  vacation: m.schedule_kind_vacation,
  sick: m.schedule_kind_sick,
  day_off: m.schedule_kind_day_off,
  training: m.schedule_kind_training,
  break: m.schedule_kind_break,
  blocked: m.schedule_kind_blocked,
};
const sources = {
  date: m.schedule_cell_date,
  pattern: m.schedule_cell_pattern,
  weekly: m.schedule_cell_weekly,
};

export const kindName = (kind: TimeOffKind): string => kindNames[kind]();

/** From midnight to midnight. */
export function isWhole(off: Pick<TimeOffFields, 'from_min' | 'to_min'>): boolean {
  return off.from_min === 0 && off.to_min === 1440;
}

/** `21 ноября`, `21 – 24 ноября`, `21 ноября, 10:00–12:00`. */
export function whenOf(off: TimeOffFields): string {
  const from = dayAndMonth(off.from_day, locale());
  const to = dayAndMonth(off.to_day, locale());
  if (off.from_day === off.to_day)
    return isWhole(off) ? from : `${from}, ${formatRange(off.from_min, off.to_min)}`;
  if (isWhole(off)) return m.schedule_pattern_period({ from, to });
  const [start, end] = formatRange(off.from_min, off.to_min).split('–');
  return m.schedule_pattern_period({ from: `${from}, ${start}`, to: `${to}, ${end}` });
}

/** `09:00–18:00, перерыв 13:00–14:00`. */
export function hoursText(hours: DayHours | null): string {
  if (!hours) return m.schedule_cell_off();
  const breaks = hours.breaks.map((one) =>
    m.schedule_cell_break({ time: formatRange(one.start_min, one.end_min) }),
  );
  return [formatRange(hours.start_min, hours.end_min), ...breaks].join(', ');
}

/** `2/2`, or how long the cycle is. */
export function patternName(pattern: ShiftPattern): string {
  const shape = shapeOf(pattern);
  return shape ? `${shape.on}/${shape.off}` : m.schedule_pattern_cycle({ count: pattern.days.length });
}

/** From when to when a pattern counts. */
export function patternPeriod(pattern: ShiftPattern): string {
  const from = dayAndMonth(pattern.from_day, locale(), { year: true });
  if (pattern.until_day === null) return m.schedule_pattern_since({ day: from });
  return m.schedule_pattern_period({
    from,
    to: dayAndMonth(pattern.until_day, locale(), { year: true }),
  });
}

/** The pattern that counts on a date. */
export function patternOn(person: StaffSchedule, day: string): ShiftPattern | undefined {
  return person.patterns.findLast(
    (one) => one.from_day <= day && (one.until_day === null || day <= one.until_day),
  );
}

/** All that a cell says, for those who hear it. */
export function cellName(person: StaffSchedule, column: number, list: readonly TimeOff[]): string {
  const day = person.days[column];
  if (!day) return person.name;
  const look = lookOf(day, person.staff_id, list);
  const off = offOn(list, person.staff_id, day.day).map(({ time_off }) => {
    const words = [kindName(time_off.kind), time_off.note].filter(Boolean).join(': ');
    return isWhole(time_off) ? words : `${words}, ${whenOf(time_off)}`;
  });
  const booked = day.booked_min > 0 ? [m.schedule_cell_booked({ percent: look.percent })] : [];
  const parts = [hoursText(day.hours), sources[day.source](), ...off, ...booked];
  return [m.schedule_cell({ name: person.name, day: dayLabel(day.day, locale()) }), ...parts].join(', ');
}
