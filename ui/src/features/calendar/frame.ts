/** A date that is still being read: its frame without anything on it. */
import type { DayStaff, DayView } from '../../api';

const COLUMNS = 6;
const NINE = 540;
const TWENTY = 1200;

function nobody(index: number): DayStaff {
  return {
    staff_id: `reading-${index}`,
    name: '',
    position: '',
    initials: '',
    colour: 0,
    hours: { weekday: 0, working: false, start_min: 0, end_min: 0, break_start_min: 0, break_end_min: 0 },
    work: [{ start_min: 0, end_min: 1440 }],
    load_percent: 0,
  };
}

/** As wide and as long as the date before it, so that nothing jumps when the answer comes. */
export function frameOf(day: string, before: DayView | undefined): DayView {
  const columns = before?.staff.length || COLUMNS;
  return {
    day,
    staff: Array.from({ length: columns }, (_, index) => nobody(index)),
    appointments: [],
    opens_min: before?.opens_min ?? NINE,
    closes_min: before?.closes_min ?? TWENTY,
    counts: { paid: 0, partial: 0, due: 0, total: 0 },
    off: [],
    holds: [],
    groups: [],
    resources: before?.resources ?? [],
  };
}
