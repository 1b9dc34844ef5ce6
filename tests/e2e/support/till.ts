/** What the checkout's specs begin with. */
import { expect, type Page } from '@playwright/test';
import type { Checkout } from '../../../ui/src/api/generated/wire.ts';
import { clientOf, booked, quietDay } from './prepare.ts';
import type { Salon } from './salon.ts';
import { goTo } from './test.ts';

/** A visit of 15 000 in two services, 10 000 and 5 000, by two people, with a shift open. */
export async function toBePaid(salon: Salon): Promise<string> {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const client = await clientOf(salon, 'а');
  return booked(salon, { day, staff: staff[0], second: staff[1], at: 720, prices: [1_000_000, 500_000], client });
}

/** Its checkout on the screen, the keyboard in the sum. */
export async function openCheckout(desk: Page, visit: string): Promise<void> {
  await goTo(desk, `checkout/${visit}`);
  await expect(desk.locator('.payment input').first()).toBeFocused();
}

export async function checkoutOf(salon: Salon, visit: string): Promise<Checkout> {
  return salon.call('get_checkout', { appointment_id: visit, with: [] });
}

/** Discounts of the visit's lines, in minor units. */
export async function discountsOf(salon: Salon, visit: string): Promise<number[]> {
  const { appointment } = await checkoutOf(salon, visit);
  return appointment.lines.map((line) => line.discount_minor);
}

/** The visit's only receipt, complete. */
export async function receiptOf(salon: Salon, visit: string) {
  const { receipts } = await checkoutOf(salon, visit);
  expect(receipts).toHaveLength(1);
  return salon.call('get_receipt', { receipt_id: receipts[0]?.receipt_id ?? '' });
}

/** A sum in tenge as the screen writes it, its spaces of any kind. */
export function tenge(text: string): RegExp {
  return new RegExp(text.replace(/[ .]/g, (sign) => (sign === '.' ? '\\.' : '\\s')));
}
