/** Brings a salon to where a test begins, by the same commands as the desk. */
import type { ClientRow, DayStaff, Service } from '../../../ui/src/api/generated/wire.ts';
import type { Salon } from './salon.ts';

/** So far ahead nobody has booked yet. */
const DAYS_AHEAD = 40;

/** The same hours on every day of the week, without a break. */
function everyDay(start_min: number, end_min: number) {
  return Array.from({ length: 7 }, (_, weekday) => ({
    weekday,
    working: true,
    start_min,
    end_min,
    break_start_min: 0,
    break_end_min: 0,
  }));
}

/** A day on which nobody is booked and two people, who do every service, work from nine to eight without a break. */
export async function quietDay(salon: Salon): Promise<{ day: string; staff: readonly DayStaff[] }> {
  const { today } = await salon.call('get_app_state', {});
  const day = addDays(today, DAYS_AHEAD);
  const { staff } = await salon.call('list_staff', { retired: false });
  const two = staff.filter((one) => one.staff.in_calendar).slice(0, 2);
  for (const { staff_id, staff: card } of two) {
    await salon.call('set_work_hours', { staff_id, week: everyDay(540, 1200) });
    await salon.call('update_staff_member', { staff_id, staff: { ...card, services: [] } });
  }
  const view = await salon.call('get_day', { day });
  const free = view.staff.filter(({ staff_id }) => two.some((one) => one.staff_id === staff_id));
  if (view.appointments.length > 0 || free.length < 2) throw new Error(`${day} is not a quiet day`);
  return { day, staff: free };
}

/** Everybody works around the clock: a test that books today passes at any hour. */
export async function alwaysOpen(salon: Salon): Promise<void> {
  const { staff } = await salon.call('list_staff', { retired: false });
  for (const { staff_id, staff: card } of staff)
    if (card.in_calendar) await salon.call('set_work_hours', { staff_id, week: everyDay(0, 1440) });
}

/** The date so many days later. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A client of the list. */
export async function clientOf(salon: Salon, text: string): Promise<ClientRow> {
  const { clients } = await salon.call('search_clients', { text, limit: 1 });
  const client = clients[0];
  if (!client) throw new Error(`nobody is found by ${text}`);
  return client;
}

/** A known client with a phone and visits, called Ольга. */
export async function olga(salon: Salon): Promise<ClientRow> {
  const { clients } = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 50 });
  const row = clients.find(({ phone, visits }) => phone !== '' && visits > 0);
  if (!row) throw new Error('a demo salon has clients who were here');
  const { client } = await salon.call('get_client', { client_id: row.client_id });
  await salon.call('update_client', { client_id: row.client_id, client: { ...client, first_name: 'Ольга' } });
  return { ...row, name: (await clientOf(salon, row.phone)).name };
}

interface Wanted {
  day: string;
  staff: DayStaff | undefined;
  at: number;
  /** One service for each price, in minor units. */
  prices: readonly number[];
  client?: ClientRow;
  /** Who does what comes after the first service, where it is somebody else. */
  second?: DayStaff;
}

/** A booked visit of an hour for each service. */
export async function booked(salon: Salon, wanted: Wanted): Promise<string> {
  const { services } = await salon.call('list_services', { retired: false });
  const staffId = wanted.staff?.staff_id;
  if (!staffId) throw new Error('nobody works on this day');
  const done = await salon.call('book_appointment', {
    client_id: wanted.client?.client_id ?? null,
    new_client: null,
    day: wanted.day,
    start_min: wanted.at,
    lines: wanted.prices.map((price, index) => ({
      service_id: (services[index] as Service).service_id,
      staff_id: (index > 0 && wanted.second?.staff_id) || staffId,
      start_min: null,
      duration_min: 60,
      price_minor: price,
      line_id: null,
    })),
    note: '',
    source: '',
    override_conflicts: false,
    group_id: null,
    waitlist_entry_id: null,
  });
  return done.appointment_id;
}
