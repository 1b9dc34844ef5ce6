/** The list beside the grid: the same visits as rows. */
import type { AppointmentRow, AppointmentStatus, DayAppointment, DayView, PaymentStatus } from '../../api';
import { visitEnd, visitStart } from './geometry';

export interface VisitRow {
  id: string;
  day: string;
  start: number;
  end: number;
  client: string;
  services: string;
  staff: string;
  status: AppointmentStatus;
  payment: PaymentStatus;
  due: boolean;
  total: number;
}

function rowOf(visit: DayAppointment, day: string, names: ReadonlyMap<string, string>): VisitRow {
  const people = visit.lines.map((line) => names.get(line.staff_id) ?? '');
  return {
    id: visit.appointment_id,
    day,
    start: visitStart(visit),
    end: visitEnd(visit),
    client: visit.client,
    services: visit.lines.map((line) => line.service).join(', '),
    staff: [...new Set(people)].join(', '),
    status: visit.status,
    payment: visit.payment_status,
    due: visit.due,
    total: visit.total_minor,
  };
}

/** Visits of shown dates, of one person where one is named. */
export function rowsOfDays(days: readonly DayView[], who: string): VisitRow[] {
  return days.flatMap((day) => {
    const names = new Map(day.staff.map((staff) => [staff.staff_id, staff.name]));
    return day.appointments
      .filter((visit) => !who || visit.lines.some((line) => line.staff_id === who))
      .map((visit) => rowOf(visit, day.day, names))
      .sort((a, b) => a.start - b.start);
  });
}

/** Visits of a list that the engine has made. */
export function rowsOfList(list: readonly AppointmentRow[], today: string): VisitRow[] {
  return list.map((row) => ({
    id: row.appointment_id,
    day: row.day,
    start: row.start_min,
    end: row.end_min,
    client: row.client,
    services: row.services.join(', '),
    staff: row.staff.join(', '),
    status: row.status,
    payment: row.payment_status,
    due: row.day < today && row.payment_status !== 'paid' && !/^(cancelled|no_show)$/.test(row.status),
    total: row.total_minor,
  }));
}
