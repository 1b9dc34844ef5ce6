/** The time that a cancelled visit leaves, and where it is shown. */
import type { DayLine } from '../../api';
import { addDays } from '../../core/time';
import type { Shown } from './range';
import type { Hole } from './spot';

type Line = Pick<DayLine, 'staff_id' | 'start_min' | 'duration_min'> & Partial<Pick<DayLine, 'resource_ids'>>;

/** What a visit with these services leaves: the first person's time, up to where another goes on. */
export function holeOf(shown: Shown, day: string, lines: readonly Line[]): Hole | null {
  const [first, ...others] = [...lines].sort((a, b) => a.start_min - b.start_min);
  if (!first) return null;
  const { staff_id: staffId, start_min: from } = first;
  let to = from + first.duration_min;
  for (const line of others) if (line.staff_id === staffId && line.start_min === to) to += line.duration_min;
  return { day, staffId, from, to, column: columnOf(shown, day, staffId, first.resource_ids?.[0] ?? '') };
}

/** The key of its column or cell; empty where none of those shown is its own. */
function columnOf({ mode, who, from, days }: Shown, day: string, staffId: string, room: string): string {
  const own = who === '' || who === staffId;
  if (day < from || day >= addDays(from, days)) return '';
  if (mode === 'rooms') return room;
  if (mode === 'staff') return own ? staffId : '';
  return mode === 'team' || (mode === 'week' && own) ? `${day}:${staffId}` : '';
}
