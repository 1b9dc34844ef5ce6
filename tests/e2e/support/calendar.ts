/** What the calendar's specs begin with. */
import type { DayStaff } from '../../../ui/src/api/generated/wire.ts';
import { addDays, quietDay } from './prepare.ts';
import type { Salon } from './salon.ts';

/** A quiet day on which each of two people may take over what the other does. */
export async function sharedDay(salon: Salon): Promise<{ day: string; staff: readonly DayStaff[] }> {
  const quiet = await quietDay(salon);
  const { staff } = await salon.call('list_staff', { retired: false });
  for (const { staff_id } of quiet.staff) {
    const known = staff.find((one) => one.staff_id === staff_id);
    if (known) await salon.call('update_staff_member', { staff_id, staff: { ...known.staff, services: [] } });
  }
  return quiet;
}

/** Monday of the date's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
}
