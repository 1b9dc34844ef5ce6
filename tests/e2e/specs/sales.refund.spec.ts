import type { Page } from '@playwright/test';
import { withGoods } from '../support/goods.ts';
import { booked, clientOf, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

/** A visit of two services, done and paid in cash and by card; its receipt. */
async function sold(salon: Salon): Promise<{ visit: string; receipt: string }> {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000, 300_000] });
  const { methods } = await salon.call('get_salon', {});
  const by = (kind: string) => methods.find((one) => one.kind === kind)?.method_id ?? '';
  const paid = (kind: string, amount_minor: number) => ({
    method_id: by(kind),
    amount_minor,
    tendered_minor: null,
    tip_minor: 0,
    source_id: null,
    line_id: null,
  });
  const { receipt_id } = await salon.call('take_payment', {
    appointment_id: visit,
    with: [],
    payments: [paid('cash', 200_000), paid('card', 600_000)],
    tips: [],
    after: 'complete',
  });
  return { visit, receipt: receipt_id };
}

const dialog = (desk: Page) => desk.getByRole('dialog', { name: like('sales_refund_title') });

async function openDialog(desk: Page) {
  await desk.getByRole('button', { name: word('sales_back'), exact: true }).click();
  await desk.getByRole('menuitem', { name: word('sales_refund_action') }).click();
}

test('a part of a receipt goes back, line by line, and the receipt says so', async ({ desk, salon, look }) => {
  const { visit, receipt } = await sold(salon);
  await goTo(desk, `sales/${receipt}`);
  await openDialog(desk);
  const lines = dialog(desk).getByRole('checkbox');
  await expect(lines).toHaveCount(2);
  await lines.nth(1).uncheck();
  const sum = dialog(desk).getByRole('textbox').first();
  await sum.fill('6000');
  await expect(dialog(desk).getByText(like('sales_refund_at_most'))).toBeVisible();
  await expect(dialog(desk).getByRole('button', { name: word('sales_refund_action') })).toBeDisabled();
  await sum.fill('3000');
  await dialog(desk).getByRole('textbox', { name: word('common_reason') }).fill('Переделали цвет');
  await look('sales-refund');
  await dialog(desk).getByRole('button', { name: word('sales_refund_action') }).click();
  await expect(desk.getByText(like('sales_refunded_by'))).toBeVisible();
  await expect(dialog(desk)).toHaveCount(0);
  const shown = await salon.call('get_appointment', { appointment_id: visit });
  expect([shown.total_minor, shown.paid_minor, shown.payment_status]).toEqual([500_000, 500_000, 'paid']);
  const known = await salon.call('get_refundable', { receipt_id: receipt });
  expect(known.left_minor).toBe(500_000);
  expect(known.methods.reduce((sum, one) => sum + one.left_minor, 0)).toBe(500_000);
});

test('a refund needs no mouse, and what went back cannot go back again', async ({ desk, salon }) => {
  const { receipt } = await sold(salon);
  await goTo(desk, `sales/${receipt}`);
  await desk.getByRole('button', { name: word('sales_back'), exact: true }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('menuitem', { name: word('sales_refund_action') })).toBeFocused();
  await desk.keyboard.press('Enter');
  const reason = dialog(desk).getByRole('textbox', { name: word('common_reason') });
  await expect(reason).toBeVisible();
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if (await reason.evaluate((node) => node === document.activeElement)) break;
    await desk.keyboard.press('Tab');
  }
  await desk.keyboard.type('Bad colour');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(like('sales_refunded_by'))).toBeVisible();
  await openDialog(desk);
  await expect(dialog(desk).getByText(word('sales_refund_nothing'))).toBeVisible();
});

test('money goes to the balance of the client instead of the way it came', async ({ desk, salon, look }) => {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const client = await clientOf(salon, 'а');
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [800_000], client });
  const { methods } = await salon.call('get_salon', {});
  const { receipt_id } = await salon.call('take_payment', {
    appointment_id: visit,
    with: [],
    payments: [
      {
        method_id: methods.find((one) => one.kind === 'card')?.method_id ?? '',
        source_id: null,
        line_id: null,
        amount_minor: 800_000,
        tendered_minor: null,
        tip_minor: 0,
      },
    ],
    tips: [],
    after: 'complete',
  });
  await goTo(desk, `sales/${receipt_id}`);
  await openDialog(desk);
  await dialog(desk).getByText(word('sales_refund_to_balance')).click();
  await dialog(desk).getByRole('textbox', { name: word('common_reason') }).fill('Перенесла визит');
  await look('sales-refund-balance');
  await dialog(desk).getByRole('button', { name: word('sales_refund_action') }).click();
  await expect(dialog(desk)).toHaveCount(0);
  expect((await salon.call('get_client_credits', { client_id: client.client_id })).balance_minor).toBe(800_000);
});

test('a refund of goods says how many come back', async ({ desk, salon, look }) => {
  const { shampoo } = await withGoods(salon);
  await salon.call('open_shift', { count: null });
  const { appointment_id } = await salon.call('start_sale', { client_id: null });
  const line = { appointment_id, product_id: shampoo, quantity: 3000, price_minor: null, seller_id: null };
  await salon.call('add_product', line);
  const { methods } = await salon.call('get_checkout', { appointment_id, with: [] });
  const payment = {
    method_id: methods.find((one) => one.kind === 'cash')?.method_id ?? '',
    source_id: null,
    line_id: null,
    amount_minor: 4_770_000,
    tendered_minor: null,
    tip_minor: 0,
  };
  const paid = { appointment_id, with: [], payments: [payment], tips: [], after: 'complete' as const };
  const { receipt_id } = await salon.call('take_payment', paid);
  await goTo(desk, `sales/${receipt_id}`);
  await openDialog(desk);
  await expect(dialog(desk).getByText(/3\sшт/)).toBeVisible();
  await dialog(desk).getByRole('textbox').first().fill('15900');
  await expect(dialog(desk).getByText(/1\sшт/)).toBeVisible();
  await look('sales-refund-goods');
});
