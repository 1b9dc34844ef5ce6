/** What the cash screen's specs begin with. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { CashReport, ShiftReport } from '../../../ui/src/api/generated/wire.ts';
import { booked, quietDay } from './prepare.ts';
import { PIN, type Salon } from './salon.ts';
import { like, word } from './words.ts';

/** A sum as the screen writes it: its spaces may be of any kind. */
export function sum(text: string): RegExp {
  return new RegExp(text.replace(/[ .+()]/g, (sign) => (sign === ' ' ? '\\s' : `\\${sign}`)));
}

/** What the desk says was done. */
export function toast(desk: Page, key: string): Locator {
  return desk.locator('.toast .text').filter({ hasText: like(key) }).first();
}

/** A visit is paid in cash by the engine, as the checkout would. */
export async function paidInCash(salon: Salon, minor: number): Promise<void> {
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [minor] });
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const cash = methods.find(({ kind }) => kind === 'cash');
  await salon.call('take_payment', {
    appointment_id: visit,
    with: [],
    payments: [
      {
        method_id: cash?.method_id ?? '',
        source_id: null,
        line_id: null,
        amount_minor: minor,
        tendered_minor: null,
        tip_minor: 0,
      },
    ],
    tips: [],
    after: 'keep',
  });
}

/** A shift with so much in its drawer, counted. */
export async function openedWith(salon: Salon, counted_minor: number): Promise<string> {
  const { shift_id } = await salon.call('open_shift', { count: { counted_minor, pieces: [] } });
  return shift_id;
}

/** What the latest shift took, as the owner sees it. */
export async function reportOf(salon: Salon): Promise<ShiftReport & { cash: CashReport }> {
  const { shifts } = await salon.call('list_shifts', { limit: 1 });
  const report = await salon.call('get_shift_report', { shift_id: shifts[0]?.shift_id ?? '' });
  if (!report.cash) throw new Error('the owner sees the drawer');
  return { ...report, cash: report.cash };
}

/** Somebody of the front desk signs in. */
export async function receptionistSignsIn(door: Page, salon: Salon): Promise<void> {
  const { staff } = await salon.call('list_staff', { retired: false });
  const one = staff.find((member) => member.staff.role === 'receptionist') ?? staff.find((member) => member.staff.role === 'master');
  if (!one) throw new Error('a demo salon has staff');
  await salon.call('update_staff_member', { staff_id: one.staff_id, staff: { ...one.staff, role: 'receptionist' } });
  await salon.call('set_pin', { staff_id: one.staff_id, pin: PIN });
  await door.reload();
  await door.getByRole('button', { name: new RegExp(one.staff.name) }).click();
  await expect(door.getByRole('group', { name: word('common_pin') })).toBeVisible();
  await door.keyboard.type(PIN);
  await door.keyboard.press('Enter');
  await expect(door.getByRole('navigation', { name: word('shell_navigation'), exact: true })).toBeVisible();
}
