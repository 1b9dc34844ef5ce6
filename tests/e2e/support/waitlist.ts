/** Wishes on the waitlist and visits that may be missed, made by the same commands as the desk. */
import type { ClientRow, Service, WaitlistEntry } from '../../../ui/src/api/generated/wire.ts';
import type { Salon } from './salon.ts';

/** A service of an hour or less that this person does. */
export async function shortService(salon: Salon, staffId: string): Promise<Service> {
  const { services } = await salon.call('list_services', { retired: false });
  const { staff } = await salon.call('list_staff', { retired: false });
  const does = staff.find((one) => one.staff_id === staffId)?.staff.services ?? [];
  const found = services.find(
    ({ service_id, service }) => service.duration_min <= 60 && service.transition_min === 0 && (does.length === 0 || does.includes(service_id)),
  );
  if (!found) throw new Error('the price list has a service of an hour');
  return found;
}

/** Clients with a phone who were here, one for each place in the test. */
export async function regulars(salon: Salon, count: number): Promise<ClientRow[]> {
  const { clients } = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 100 });
  const known = clients.filter(({ phone, visits }) => phone !== '' && visits > 0).slice(0, count);
  if (known.length < count) throw new Error('a demo salon has clients who were here');
  return known;
}

/** A wish for any day. */
export async function wished(salon: Salon, client: ClientRow, service: Service, staffId: string | null = null): Promise<WaitlistEntry> {
  const { entry_id } = await salon.call('add_to_waitlist', {
    client_id: client.client_id,
    new_client: null,
    entry: { service_id: service.service_id, staff_id: staffId, from_day: null, to_day: null, part: 'any', note: '' },
  });
  return wish(salon, entry_id);
}

/** A wish as the engine has it now, also when it is closed. */
export async function wish(salon: Salon, entryId: string): Promise<WaitlistEntry> {
  const { entries } = await salon.call('list_waitlist', { closed: true });
  const found = entries.find(({ entry_id }) => entry_id === entryId);
  if (!found) throw new Error('the wish is not on the list');
  return found;
}
