import { withCredits } from '../support/goods.ts';
import { alwaysOpen, booked, clientOf, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, test } from '../support/test.ts';
import { openCheckout, receiptOf } from '../support/till.ts';
import { like, word } from '../support/words.ts';

/** A visit of 15 000 of a client who has a balance, a package and a certificate. */
async function visitWithCredits(salon: Salon): Promise<string> {
  await withCredits(salon);
  const { day, staff } = await quietDay(salon);
  const client = await clientOf(salon, 'а');
  return booked(salon, { day, staff: staff[0], second: staff[1], at: 720, prices: [1_000_000, 500_000], client });
}

test('a session, the balance and a certificate pay, money takes the rest', async ({ desk, salon, look }) => {
  const visit = await visitWithCredits(salon);
  await openCheckout(desk, visit);
  const chips = desk.getByRole('group', { name: word('checkout_credits') });
  await expect(chips.getByRole('button', { name: /Баланс клиента/ })).toContainText(/3\s000/);
  await chips.getByRole('button', { name: /Баланс клиента/ }).click();
  await expect(desk.locator('.payment')).toHaveCount(2);
  await chips.getByRole('button', { name: word('checkout_session_for') }).click();
  await look('checkout-session');
  await desk.getByRole('menuitem').last().click();
  await expect(desk.locator('.payment')).toHaveCount(3);
  await chips.getByRole('button', { name: word('common_method_certificate') }).click();
  const code = desk.getByRole('textbox', { name: word('checkout_code') });
  await code.fill('GIFT-0000');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('checkout_code_unknown'))).toBeVisible();
  await code.fill('gift 2026');
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.payment')).toHaveCount(4);
  await look('checkout-credits');
  await desk.getByRole('button', { name: like('checkout_take') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  const receipt = await receiptOf(salon, visit);
  const paid = receipt.payments.map(({ kind, amount_minor }) => [kind, amount_minor] as const);
  expect(Object.fromEntries(paid)).toEqual({ balance: 300_000, package: 500_000, certificate: 400_000, cash: 300_000 });
});

test('several visits of a client are paid at once', async ({ desk, salon, look }) => {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  await alwaysOpen(salon);
  const client = await clientOf(salon, 'а');
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_000_000, 500_000], client });
  const { today } = await salon.call('get_app_state', {});
  const debt = await booked(salon, { day: today, staff: staff[0], at: 0, prices: [500_000], client });
  await salon.call('set_appointment_status', { appointment_id: debt, status: 'completed', reason: '', following: false, deposit: null });
  await openCheckout(desk, visit);
  const other = desk.getByRole('region', { name: word('checkout_open_bills') }).getByRole('checkbox').last();
  await other.check();
  await expect(desk.locator('.payment input').first()).toHaveValue(/^20\s000/);
  await look('checkout-several');
  await desk.getByRole('button', { name: like('checkout_take') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  for (const id of [visit, debt])
    expect((await salon.call('get_checkout', { appointment_id: id, with: [] })).appointment.payment_status).toBe('paid');
});
