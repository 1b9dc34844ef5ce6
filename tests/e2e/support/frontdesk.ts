/** Where the jobs of a front desk begin: on a visit, on free time, on the last open visit of the day. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppointmentRow, AppointmentStatus, ClientRow, DayStaff } from '../../../ui/src/api/generated/wire.ts';
import { sharedDay } from './calendar.ts';
import { alwaysOpen, booked } from './prepare.ts';
import type { Salon } from './salon.ts';
import { goTo } from './test.ts';
import { regulars } from './waitlist.ts';

const LONGEST_WALK = 40;

interface Start {
  day: string;
  staff: readonly DayStaff[];
  id: string;
  client: ClientRow | undefined;
}

/** A visit of an hour at noon of a quiet day, and the keyboard on it. */
export async function onVisit(desk: Page, salon: Salon, dayOf = (quiet: string) => quiet): Promise<Start> {
  const { day: quiet, staff } = await sharedDay(salon);
  const day = dayOf(quiet);
  const [client] = await regulars(salon, 1);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_500_000], client });
  await goTo(desk, `calendar?date=${day}`);
  await walkTo(desk, desk.locator('[data-card]'));
  return { day, staff, id, client };
}

/** Down the grid until the keyboard stands there; free time is there only while it has it. */
export async function walkTo(desk: Page, wanted: Locator): Promise<void> {
  await expect(desk.locator('[aria-busy]')).toHaveCount(0);
  for (let steps = 0; steps < LONGEST_WALK; steps++) {
    const [node] = await wanted.elementHandles();
    if (await node?.evaluate((one) => one === document.activeElement)) return;
    await desk.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${wanted.toString()}`);
}

/** Visits of these dates that stand like this. */
export async function listed(salon: Salon, from_day: string, to_day: string, statuses: AppointmentStatus[]): Promise<AppointmentRow[]> {
  const { appointments } = await salon.call('list_appointments', {
    from_day,
    to_day,
    staff_id: null,
    client_id: null,
    service_id: null,
    statuses,
    payment_statuses: [],
    to_call: false,
    descending: false,
    limit: 500,
    offset: 0,
  });
  return appointments;
}

/** What is open up to today is completed; one visit of today is left. */
export async function onlyOpen(salon: Salon, day: string): Promise<string> {
  for (const { appointment_id } of await listed(salon, '2025-01-01', day, ['booked', 'confirmed', 'arrived', 'in_progress']))
    await salon.call('set_appointment_status', { appointment_id, status: 'completed', reason: '', following: false, deposit: null });
  const { staff } = await sharedDay(salon);
  await alwaysOpen(salon);
  return booked(salon, { day, staff: staff[0], at: 0, prices: [500_000] });
}

/** To a button or link: from there the question mark asks for the keys. */
export async function walkOut(desk: Page): Promise<void> {
  for (let steps = 0; steps < LONGEST_WALK; steps++) {
    const tag = await desk.evaluate(() => document.activeElement?.tagName ?? '');
    if (['A', 'BUTTON'].includes(tag)) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error('nothing here can be pressed');
}
