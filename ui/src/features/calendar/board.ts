/** The columns of the grid: a day by staff, a day by rooms and equipment, a week of one person. */
import type { DayAppointment, DayStaff, DayView, Resource } from '../../api';
import { cardsOf, type Column, layItems, offsOf, othersOf, shadeOf } from './geometry';

export interface Hours {
  opens: number;
  closes: number;
}

export type GridMode = 'staff' | 'rooms' | 'week';

/** Whole hours that hold the hours of all these days. */
export function hoursOf(days: readonly DayView[]): Hours {
  const opens = Math.floor(Math.min(...days.map((day) => day.opens_min)) / 60) * 60;
  const closes = Math.ceil(Math.max(...days.map((day) => day.closes_min)) / 60) * 60;
  return { opens, closes: Math.max(closes, opens + 60) };
}

/** What a column is made of; the same parts make the same column. */
interface Parts {
  key: string;
  day: DayView;
  staff: DayStaff | null;
  staffId: string;
  resource: Resource | null;
  /** Visits that have something in it. */
  visits: readonly DayAppointment[];
  hours: Hours;
}

/**
 * Makes columns, and hands out the one made before where nothing of it has changed: a visit that moves
 * draws two columns anew, not all.
 */
export class Columns {
  #made = new Map<string, { of: readonly unknown[]; column: Column }>();

  of(wanted: readonly Parts[]): Column[] {
    const before = this.#made;
    this.#made = new Map();
    return wanted.map((parts) => {
      const { key, day, staff, resource, hours, visits } = parts;
      const { off, holds, groups } = day;
      const of = [day.day, staff, resource, hours.opens, hours.closes, off, holds, groups, ...visits];
      const known = before.get(key);
      const same = known?.of.length === of.length && of.every((part, index) => part === known.of[index]);
      const column = same ? known.column : make(parts);
      this.#made.set(key, { of, column });
      return column;
    });
  }
}

function make({ key, day, staff, staffId, resource, visits, hours }: Parts): Column {
  const cards = visits.flatMap((visit) =>
    resource
      ? cardsOf(visit, linesIn(visit, resource), `@${resource.resource_id}`)
      : cardsOf(visit).filter((card) => card.staffId === staffId),
  );
  const others = resource ? offsOf(day, '', key) : othersOf(day, staffId, key);
  const work = resource ? [{ start_min: day.opens_min, end_min: day.closes_min }] : (staff?.work ?? []);
  return {
    key,
    day: day.day,
    staff,
    staffId,
    resource,
    ...layItems(cards, others),
    ...shadeOf(work, hours.opens, hours.closes),
  };
}

function linesIn(visit: DayAppointment, resource: Resource) {
  return visit.lines.filter((line) => line.resource_ids.includes(resource.resource_id));
}

/** Visits by who has something to do in them. */
function visitsByStaff(day: DayView): Map<string, DayAppointment[]> {
  const found = new Map<string, DayAppointment[]>();
  for (const visit of day.appointments) {
    for (const id of new Set(visit.lines.map((line) => line.staff_id))) {
      const own = found.get(id);
      if (own) own.push(visit);
      else found.set(id, [visit]);
    }
  }
  return found;
}

/** A day, a column for each person; of one person only where one is named. */
export function staffColumns(day: DayView, hours: Hours, who = '', columns = new Columns()): Column[] {
  const visits = visitsByStaff(day);
  const people = day.staff.filter((staff) => !who || staff.staff_id === who);
  return columns.of(
    people.map((staff) => {
      const id = staff.staff_id;
      return { key: id, day, staff, staffId: id, resource: null, visits: visits.get(id) ?? [], hours };
    }),
  );
}

/** A day, a column for each room and piece of equipment. */
export function roomColumns(day: DayView, hours: Hours, columns = new Columns()): Column[] {
  return columns.of(
    day.resources.map((resource) => {
      const visits = day.appointments.filter((visit) => linesIn(visit, resource).length > 0);
      return { key: resource.resource_id, day, staff: null, staffId: '', resource, visits, hours };
    }),
  );
}

/** These people on these dates, person by person. */
export function weekColumns(
  days: readonly DayView[],
  people: readonly string[],
  hours: Hours,
  columns = new Columns(),
): Column[] {
  const visits = days.map(visitsByStaff);
  return columns.of(
    people.flatMap((staffId) =>
      days.map((day, index) => ({
        key: `${day.day}:${staffId}`,
        day,
        staff: day.staff.find((one) => one.staff_id === staffId) ?? null,
        staffId,
        resource: null,
        visits: visits[index]?.get(staffId) ?? [],
        hours,
      })),
    ),
  );
}

/** The columns of these dates, as the grid shows them. */
export function gridColumns(
  mode: GridMode,
  days: readonly DayView[],
  who: string,
  hours: Hours,
  columns: Columns,
): Column[] {
  const [day] = days;
  if (mode === 'week') return weekColumns(days, [who], hours, columns);
  if (!day) return [];
  return mode === 'rooms' ? roomColumns(day, hours, columns) : staffColumns(day, hours, who, columns);
}

/** Everybody who works or is booked on one of these dates, in the calendar's order. */
export function teamOf(days: readonly DayView[]): DayStaff[] {
  const team: DayStaff[] = [];
  const place = (id: string | undefined) => team.findIndex((one) => one.staff_id === id);
  for (const { staff } of days) {
    staff.forEach((person, index) => {
      if (place(person.staff_id) >= 0) return;
      const before = staff.slice(0, index).findLast((one) => place(one.staff_id) >= 0);
      team.splice(place(before?.staff_id) + 1, 0, person);
    });
  }
  return team;
}
