/** A new visit that begins with what is known: whose it is, what was asked for, which visit it repeats. */
import { type Appointment, ask, type Service, type StaffMember } from '../../api';
import { today } from '../../state';
import { clientOfCard, clientOfVisit } from './client';
import { readClient } from './find';
import type { VisitForm } from './form.svelte';
import { newLine } from './lines';
import { does, whoDoes } from './people';
import { prefillWalkIn } from './walkin';

/** What the address can say about a new visit, beside day, staff member and start. */
const NAMES = ['client', 'name', 'services', 'repeat', 'group', 'walkin', 'wish'] as const;

export type Wanted = Record<(typeof NAMES)[number], string>;

/** What the address says, where it says anything. */
export function wantedOf(params: Readonly<Record<string, string>>): Wanted | null {
  const wanted = Object.fromEntries(NAMES.map((name) => [name, params[name] ?? ''])) as Wanted;
  return NAMES.some((name) => wanted[name] !== '') ? wanted : null;
}

/** The address without it: once the form has it, the form is what counts. */
export const unwanted = Object.fromEntries(NAMES.map((name) => [name, '']));

interface Lists {
  services: readonly Service[];
  staff: readonly StaffMember[];
}

async function lists(): Promise<Lists> {
  const [{ services }, { staff }] = await Promise.all([
    ask('list_services', { retired: false }),
    ask('list_staff', { retired: false }),
  ]);
  return { services, staff: staff.filter((one) => one.staff.in_calendar) };
}

/**
 * The services of a past visit at today's prices, each with the same person and the same pause before
 * it. A service that is no longer sold is left out; who no longer does it is replaced by whoever is free.
 */
export function repeatLines(
  form: VisitForm,
  past: Appointment,
  services: readonly Service[],
  staff: readonly StaffMember[],
): void {
  let until = past.start_min;
  for (const line of past.lines) {
    const service = services.find((one) => one.service_id === line.service_id);
    const gap = form.lines.length === 0 ? 0 : Math.max(line.start_min - until, 0);
    until = Math.max(until, line.start_min + line.duration_min);
    if (service) addAsked(form, service, [line.staff_id], staff, gap);
  }
  const [first] = form.lines;
  if (first && form.askedByAll === first.asked) form.staffId = first.asked;
}

/** Adds a service with the first of those asked for who does it; else with whoever is free. */
export function addAsked(
  form: VisitForm,
  service: Service,
  asked: readonly string[],
  staff: readonly StaffMember[],
  gap = 0,
): void {
  const id = service.service_id;
  const person = asked.find((one) => staff.some((known) => known.staff_id === one && does(known, id)));
  form.add(service, person ?? '', whoDoes(staff, id, asked), gap);
}

/** A place in a group appointment: its service, person and time are given. */
async function joinGroup(form: VisitForm, groupId: string, { services }: Lists): Promise<void> {
  const { groups } = await ask('get_day', { day: form.day });
  const group = groups.find((one) => one.group_id === groupId);
  const service = services.find((one) => one.service_id === group?.service_id);
  if (!group || !service) return;
  const line = newLine(1, service, group.staff_id, group.staff_id, 0);
  form.groupId = groupId;
  form.lines = [{ ...line, minutes: group.duration_min }];
  form.chooseTime(form.day, group.start_min);
}

/** Fills the form with what the address says. */
export async function prefill(form: VisitForm, wanted: Wanted): Promise<void> {
  const known = await lists();
  if (wanted.repeat) {
    const past = await ask('get_appointment', { appointment_id: wanted.repeat });
    form.client = clientOfVisit(past);
    repeatLines(form, past, known.services, known.staff);
  } else if (wanted.walkin) await prefillWalkIn(form, today(), known.services, known.staff);
  if (wanted.client) form.client = clientOfCard(await ask('get_client', { client_id: wanted.client }));
  else if (wanted.name) form.client = { kind: 'new', ...readClient(wanted.name) };
  for (const id of wanted.services.split(',')) {
    const service = known.services.find((one) => one.service_id === id);
    if (service) addAsked(form, service, [form.staffId], known.staff);
  }
  if (wanted.group) await joinGroup(form, wanted.group, known);
  form.wishId = wanted.wish || null;
  form.settle();
}
