/** A client who comes in from the street: everything is known but the name, which nobody asks. */
import { type AppointmentRow, ask, type Service, type Slot, type StaffMember } from '../../api';
import { addDays } from '../../core/time';
import { setParams } from '../../state';
import type { VisitForm } from './form.svelte';
import { does } from './people';
import { oftenest } from './usual';

/** So many days back tell what somebody does most. */
const LOOK_BACK = 60;

/** Opens the booking panel with a visit that begins now: Ctrl+Enter saves it. */
export function walkIn(): void {
  setParams({ visit: '', staff: '', at: '', seen: '', date: '', new: '1', walkin: '1' });
}

/** The next full five minutes. */
export const nextFive = (minute: number): number => Math.ceil(minute / 5) * 5;

/** The service that this person did most often of late, else the first they do at all. */
export function mostDone(
  person: StaffMember,
  rows: readonly AppointmentRow[],
  services: readonly Service[],
): Service | undefined {
  const own = rows.filter((row) => row.staff.length === 1 && row.staff[0] === person.staff.name);
  const able = services.filter((one) => does(person, one.service_id));
  for (const name of oftenest(own.flatMap((row) => row.services))) {
    const found = able.find((one) => one.service.name === name);
    if (found) return found;
  }
  return able[0];
}

/** The soonest start in this free stretch, in fives: earlier than the calendar's step would offer. */
export function soonest(slot: Slot, now: number): number {
  const start = Math.max(nextFive(now), nextFive(slot.gap_from_min));
  const fits = start + (slot.end_min - slot.start_min) <= slot.gap_to_min;
  return fits ? Math.min(start, slot.start_min) : slot.start_min;
}

interface Found {
  person: StaffMember;
  service: Service;
  slot: Slot;
  start: number;
}

async function firstFree(
  person: StaffMember,
  service: Service | undefined,
  now: { day: string; minute: number },
): Promise<Found | undefined> {
  if (!service) return undefined;
  const { slots } = await ask('find_slots', {
    service_ids: [],
    staff_id: null,
    lines: [{ service_id: service.service_id, staff_id: person.staff_id, with_previous: false }],
    client_id: null,
    appointment_id: null,
    from_day: now.day,
    days: 1,
    limit: 1,
    not_before_min: nextFive(now.minute),
    ranked: false,
  });
  const [slot] = slots;
  return slot && { person, service, slot, start: soonest(slot, now.minute) };
}

/** Fills the form: without a card, the staff member who is free first, with what they do most. */
export async function prefillWalkIn(
  form: VisitForm,
  now: { day: string; minute: number },
  services: readonly Service[],
  staff: readonly StaffMember[],
): Promise<void> {
  form.client = { kind: 'walk_in' };
  const { appointments } = await ask('list_appointments', {
    from_day: addDays(now.day, -LOOK_BACK),
    to_day: now.day,
    staff_id: null,
    client_id: null,
    service_id: null,
    statuses: [],
    payment_statuses: [],
    to_call: false,
    descending: true,
    limit: 500,
    offset: 0,
  });
  const found = await Promise.all(
    staff.map((person) => firstFree(person, mostDone(person, appointments, services), now)),
  );
  const [first] = found.filter((one) => one !== undefined).sort((a, b) => a.start - b.start);
  if (!first) return;
  form.add(first.service, first.person.staff_id, first.person.staff_id);
  form.take(first.slot, true);
  form.chooseTime(now.day, first.start);
}
