import type { Page } from '@playwright/test';
import { booked, clientOf, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

const cash = word('common_method_cash');
const card = word('common_method_card');

/** A visit of 15 000 ₸ in two services, its checkout on the screen. */
async function atCheckout(desk: Page, salon: Salon): Promise<string> {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const client = await clientOf(salon, 'а');
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_000_000, 500_000], client });
  await goTo(desk, `checkout/${visit}`);
  await expect(sumOf(desk, card).or(sumOf(desk, cash)).first()).toBeVisible();
  return visit;
}

function sumOf(desk: Page, method: string) {
  return desk.getByRole('textbox', { name: word('checkout_sum_by', { method }) });
}

function method(desk: Page, name: string) {
  return desk.getByRole('group', { name: word('checkout_methods') }).getByRole('button', { name });
}

/** Chooses a method so that only it stands in the list. */
async function only(desk: Page, name: string): Promise<void> {
  if (!(await sumOf(desk, name).isVisible())) await method(desk, name).click();
  for (const other of [cash, card]) {
    const off = desk.getByRole('button', { name: word('checkout_remove', { method: other }) });
    if (other !== name && (await off.isVisible())) await off.click();
  }
  await expect(sumOf(desk, name)).toBeVisible();
}

const take = (desk: Page) => desk.getByRole('button', { name: like('checkout_take') });

test('card and cash together, the change, and the receipt', async ({ desk, salon, look }) => {
  const visit = await atCheckout(desk, salon);
  await look('checkout');
  await only(desk, card);
  await sumOf(desk, card).fill('9000');
  await method(desk, cash).click();
  await expect(sumOf(desk, cash)).toHaveValue(/^6\s000/);
  await desk.getByRole('textbox', { name: word('checkout_tendered') }).fill('10000');
  await expect(desk.getByText(word('checkout_allocated'))).toBeVisible();
  await look('checkout-split');
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  await expect(desk.getByText(/^4\s000/)).toBeVisible();
  const page = desk.getByRole('img', { name: like('checkout_page') });
  await expect(page).toBeVisible();
  await expect.poll(() => page.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await look('checkout-receipt');
  const { appointment, receipts } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  expect(appointment.payment_status).toBe('paid');
  expect(appointment.lines.map(({ paid_minor }) => paid_minor)).toEqual([1_000_000, 500_000]);
  expect(receipts[0]?.kinds.toSorted()).toEqual(['card', 'cash']);
});

test('a part is paid, the rest later', async ({ desk, salon, look }) => {
  const visit = await atCheckout(desk, salon);
  await only(desk, card);
  await sumOf(desk, card).fill('5000');
  await expect(desk.getByText(word('checkout_will_remain'))).toBeVisible();
  await take(desk).click();
  await expect(desk.getByText(/10\s000/).first()).toBeVisible();
  await look('checkout-part');
  expect((await salon.call('get_checkout', { appointment_id: visit, with: [] })).appointment.payment_status).toBe('partial');
  await desk.getByRole('button', { name: word('checkout_take_more') }).click();
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  expect((await salon.call('get_checkout', { appointment_id: visit, with: [] })).appointment.payment_status).toBe('paid');
});

test('more than remains is not taken', async ({ desk, salon, look }) => {
  const visit = await atCheckout(desk, salon);
  await only(desk, card);
  await sumOf(desk, card).fill('15001');
  await desk.getByRole('button', { name: word('checkout_take_exact') }).click();
  await expect(desk.getByText(like('checkout_over'))).toBeVisible();
  await expect(sumOf(desk, card)).toBeFocused();
  await look('checkout-over');
  expect((await salon.call('get_checkout', { appointment_id: visit, with: [] })).receipts).toEqual([]);
});

test('without a shift the checkout opens one first', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_000_000] });
  await goTo(desk, `checkout/${visit}`);
  await desk.getByRole('button', { name: word('checkout_open_shift') }).click();
  await expect(desk.getByText(like('checkout_shift_opened'))).toBeVisible();
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
});

test('a receipt is voided with a reason, never without', async ({ desk, salon, look }) => {
  const visit = await atCheckout(desk, salon);
  await only(desk, card);
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  await desk.getByRole('button', { name: like('checkout_void') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: word('checkout_void_do') }).click();
  await expect(dialog.getByRole('textbox', { name: word('common_reason') })).toHaveAttribute('aria-invalid', 'true');
  await look('checkout-void');
  await dialog.getByRole('textbox', { name: word('common_reason') }).fill('Не та карта');
  await dialog.getByRole('button', { name: word('checkout_void_do') }).click();
  await expect(dialog).toBeHidden();
  const after = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  expect(after.appointment.payment_status).toBe('unpaid');
  expect(after.receipts.map(({ kind }) => kind).toSorted()).toEqual(['sale', 'void']);
});
