/** The columns of the grid: a day by staff, a day by rooms and equipment, a week of one person. */
import type { DayStaff, DayView } from '../../api';
import { type Card, cardsOf, type Column, layItems, offsOf, othersOf, shadeOf } from './geometry';

export interface Hours {
  opens: number;
  closes: number;
}

/** Whole hours that hold the hours of all these days. */
export function hoursOf(days: readonly DayView[]): Hours {
  const opens = Math.floor(Math.min(...days.map((day) => day.opens_min)) / 60) * 60;
  const closes = Math.ceil(Math.max(...days.map((day) => day.closes_min)) / 60) * 60;
  return { opens, closes: Math.max(closes, opens + 60) };
}

/** A day, a column for each person; of one person only where one is named. */
export function staffColumns(day: DayView, { opens, closes }: Hours, who = ''): Column[] {
  const byStaff = new Map<string, Card[]>(day.staff.map((staff) => [staff.staff_id, []]));
  for (const visit of day.appointments) {
    for (const card of cardsOf(visit)) byStaff.get(card.staffId)?.push(card);
  }
  return day.staff
    .filter((staff) => !who || staff.staff_id === who)
    .map((staff) => ({
      key: staff.staff_id,
      day: day.day,
      staff,
      staffId: staff.staff_id,
      resource: null,
      ...layItems(byStaff.get(staff.staff_id) ?? [], othersOf(day, staff.staff_id, staff.staff_id)),
      ...shadeOf(staff.work, opens, closes),
    }));
}

/** A day, a column for each room and piece of equipment. */
export function roomColumns(day: DayView, { opens, closes }: Hours): Column[] {
  const hours = [{ start_min: Math.max(day.opens_min, opens), end_min: Math.min(day.closes_min, closes) }];
  return day.resources.map((resource) => {
    const { resource_id: id } = resource;
    const cards = day.appointments.flatMap((visit) =>
      cardsOf(
        visit,
        visit.lines.filter((line) => line.resource_ids.includes(id)),
        `@${id}`,
      ),
    );
    return {
      key: id,
      day: day.day,
      staff: null,
      staffId: '',
      resource,
      ...layItems(cards, offsOf(day, '', id)),
      ...shadeOf(hours, opens, closes),
    };
  });
}

/** One person on one date of a longer stretch. */
export function dayColumn(day: DayView, staffId: string, { opens, closes }: Hours): Column {
  const staff = day.staff.find((one) => one.staff_id === staffId) ?? null;
  const cards = day.appointments.flatMap((visit) =>
    cardsOf(visit).filter((card) => card.staffId === staffId),
  );
  const key = `${day.day}:${staffId}`;
  return {
    key,
    day: day.day,
    staff,
    staffId,
    resource: null,
    ...layItems(cards, othersOf(day, staffId, key)),
    ...shadeOf(staff?.work ?? [], opens, closes),
  };
}

/** The days of one person side by side. */
export function weekColumns(days: readonly DayView[], staffId: string, hours: Hours): Column[] {
  return days.map((day) => dayColumn(day, staffId, hours));
}

export type GridMode = 'staff' | 'rooms' | 'week';

/** The columns of these dates; while they are read, of whoever was there before. */
export function columnsOf(mode: GridMode, days: readonly DayView[], who: string, hours: Hours): Column[] {
  const [day] = days;
  if (mode === 'week') return weekColumns(days, who, hours);
  if (!day) return [];
  return mode === 'rooms' ? roomColumns(day, hours) : staffColumns(day, hours, who);
}

/** Everybody who works or is booked on one of these dates, in the calendar's order. */
export function teamOf(days: readonly DayView[]): DayStaff[] {
  const team: DayStaff[] = [];
  for (const { staff } of days) {
    staff.forEach((person, index) => {
      if (team.some((one) => one.staff_id === person.staff_id)) return;
      const before = staff
        .slice(0, index)
        .findLast((one) => team.some((two) => two.staff_id === one.staff_id));
      const at = team.findIndex((one) => one.staff_id === before?.staff_id);
      team.splice(at + 1, 0, person);
    });
  }
  return team;
}
