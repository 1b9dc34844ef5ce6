/** Who does which service. */
import type { StaffMember } from '../../api';

/** Somebody without a list of services does them all. */
export function does(person: StaffMember, serviceId: string): boolean {
  return person.staff.services.length === 0 || person.staff.services.includes(serviceId);
}

/** The first of those asked for who does it, else the first at all who does, else the first at all. */
export function whoDoes(
  staff: readonly StaffMember[],
  serviceId: string,
  asked: readonly (string | undefined)[],
): string {
  const known =
    asked.map((id) => staff.find((one) => one.staff_id === id)).find((one) => one && does(one, serviceId)) ??
    staff.find((one) => does(one, serviceId));
  return known?.staff_id ?? staff[0]?.staff_id ?? '';
}
