/** A new visit that begins with what is known: whose it is, or which visit it repeats. */
import { type Appointment, ask, type ClientCard, type Service, type StaffMember } from '../../api';
import { clientOfVisit, type FormClient, type VisitForm } from './form.svelte';
import { whoDoes } from './people';

export function clientOfCard(card: ClientCard): FormClient {
  return {
    kind: 'known',
    id: card.client_id,
    name: card.name,
    phone: card.phones[0]?.display ?? '',
    allergy: card.client.allergy,
    visits: card.stats.visits,
  };
}

/**
 * The services of a past visit at today's prices, each with the same person and the same pause before
 * it. A service that is no longer sold is left out; who no longer does it is replaced by who does.
 */
export function repeatLines(
  form: VisitForm,
  past: Appointment,
  services: readonly Service[],
  staff: readonly StaffMember[],
): void {
  let end = past.start_min;
  for (const line of past.lines) {
    const service = services.find((one) => one.service_id === line.service_id);
    const gap = form.lines.length === 0 ? 0 : Math.max(line.start_min - end, 0);
    end = line.start_min + line.duration_min;
    if (service) form.add(service, whoDoes(staff, service.service_id, [line.staff_id]), gap);
  }
  const [first] = form.lines;
  if (first && !form.ownPeople) form.staffId = first.staffId;
}

/** Fills the form from the address: `client`, or `repeat` with the visit to repeat. */
export async function prefill(form: VisitForm, client: string, repeat: string): Promise<void> {
  if (repeat) {
    const [past, services, people] = await Promise.all([
      ask('get_appointment', { appointment_id: repeat }),
      ask('list_services', { retired: false }),
      ask('list_staff', { retired: false }),
    ]);
    form.client = clientOfVisit(past);
    const staff = people.staff.filter((one) => one.staff.in_calendar);
    repeatLines(form, past, services.services, staff);
  } else if (client) form.client = clientOfCard(await ask('get_client', { client_id: client }));
  form.settle();
}
