/** Days for the tests of this folder. */
import type { DayAppointment, DayLine, DayStaff, DayView } from '../../api';

export function person(id: string, hours: Partial<DayStaff['hours']> = {}): DayStaff {
  const week = {
    weekday: 5,
    working: true,
    start_min: 540,
    end_min: 1140,
    break_start_min: 780,
    break_end_min: 840,
    ...hours,
  };
  return { staff_id: id, name: id, position: '', initials: '', colour: 0, hours: week, load_percent: 0 };
}

export function visit(id: string, lines: DayLine[], more: Partial<DayAppointment> = {}): DayAppointment {
  return {
    appointment_id: id,
    client_id: null,
    client: id,
    allergy: '',
    status: 'booked',
    payment_status: 'unpaid',
    due: false,
    total_minor: 0,
    paid_minor: 0,
    lines,
    has_note: false,
    ...more,
  };
}

export function work(staff_id: string, start_min: number, duration_min: number, service = 'cut'): DayLine {
  return { line_id: `${staff_id}-${start_min}`, staff_id, service, start_min, duration_min };
}

export function dayOf(staff: DayStaff[], appointments: DayAppointment[]): DayView {
  const counts = { paid: 0, partial: 0, due: 0, total: 0 };
  return { day: '2026-11-21', staff, appointments, opens_min: 540, closes_min: 1200, counts };
}
