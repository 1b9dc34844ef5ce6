/** Small schedules for tests. */
import type { AffectedVisit, DayHours, ScheduleDay, Slot, StaffSchedule } from '../../api';

export function hours(start_min: number, end_min: number): DayHours {
  return { start_min, end_min, breaks: [] };
}

export function day(date: string, own: DayHours | null, more: Partial<ScheduleDay> = {}): ScheduleDay {
  const work = own ? [{ start_min: own.start_min, end_min: own.end_min }] : [];
  return { day: date, work, hours: own, source: 'weekly', booked_min: 0, ...more };
}

export function person(id: string, days: ScheduleDay[], more: Partial<StaffSchedule> = {}): StaffSchedule {
  return { staff_id: id, name: id, days, patterns: [], runs_out: null, may_write: true, ...more };
}

/** A free time with one person for each service, an hour each, one after the other. */
export function slot(date: string, start_min: number, ...staff: string[]): Slot {
  const lines = staff.map((staff_id, index) => ({
    service_id: `service-${index}`,
    staff_id,
    start_min: start_min + index * 60,
    duration_min: 60,
  }));
  return {
    staff_id: staff[0] ?? '',
    staff: staff[0] ?? '',
    day: date,
    start_min,
    end_min: start_min + lines.length * 60,
    lines,
    reasons: [],
    gap_from_min: start_min,
    gap_to_min: start_min + lines.length * 60,
  };
}

export function affected(id: string, start_min: number, alternatives: Slot[]): AffectedVisit {
  return {
    appointment_id: id,
    client: `client of ${id}`,
    phone: '',
    day: '2026-11-21',
    start_min,
    services: ['cut'],
    alternatives,
  };
}
