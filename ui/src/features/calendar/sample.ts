/** Days for the tests of this folder. */
import type { DayAppointment, DayLine, DayStaff, DayView } from '../../api';

type Span = [number, number];

/** A person who works these stretches. */
export function person(id: string, ...work: Span[]): DayStaff {
  const worked =
    work.length > 0
      ? work
      : ([
          [540, 780],
          [840, 1140],
        ] as Span[]);
  const hours = {
    weekday: 5,
    working: true,
    start_min: worked[0]?.[0] ?? 0,
    end_min: worked.at(-1)?.[1] ?? 0,
    break_start_min: 0,
    break_end_min: 0,
  };
  return {
    staff_id: id,
    name: id,
    position: '',
    initials: '',
    colour: 0,
    hours,
    work: worked.map(([start_min, end_min]) => ({ start_min, end_min })),
    load_percent: 0,
  };
}

/** Has visits and does not work. */
export function absent(id: string): DayStaff {
  return { ...person(id), work: [] };
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
    series_id: null,
    group_id: null,
    conflicts: [],
    to_call: false,
    ...more,
  };
}

export function work(
  staff_id: string,
  start_min: number,
  duration_min: number,
  service = 'cut',
  more: Partial<DayLine> = {},
): DayLine {
  return {
    line_id: `${staff_id}-${start_min}`,
    staff_id,
    service,
    colour: 0,
    start_min,
    duration_min,
    processing_min: 0,
    finishing_min: 0,
    transition_min: 0,
    resource_ids: [],
    ...more,
  };
}

export function dayOf(
  staff: DayStaff[],
  appointments: DayAppointment[],
  more: Partial<DayView> = {},
): DayView {
  return {
    day: '2026-11-21',
    staff,
    appointments,
    opens_min: 540,
    closes_min: 1200,
    counts: { paid: 0, partial: 0, due: 0, total: 0 },
    off: [],
    holds: [],
    groups: [],
    resources: [],
    ...more,
  };
}
