import { finder, itemsOf, onBill, withCredits, withGoods } from '../support/goods.ts';
import { booked, clientOf, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { openCheckout, toBePaid } from '../support/till.ts';
import { word } from '../support/words.ts';

test('goods on the bill by keys alone', async ({ desk, salon }) => {
  await withGoods(salon);
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  await desk.keyboard.press('KeyG');
  await expect(finder(desk)).toBeFocused();
  await desk.keyboard.type('масло');
  await expect(desk.getByRole('option', { name: /Масло/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(onBill(desk, 'Масло')).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.payment input').first()).toBeFocused();
  await desk.keyboard.press('NumpadAdd');
  await desk.keyboard.press('NumpadAdd');
  await desk.keyboard.press('NumpadSubtract');
  await expect.poll(async () => (await itemsOf(salon, visit))[0]?.quantity).toBe(2000);
  await expect(desk.locator('.payment input').first()).toHaveValue(/^31\s000/);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
});

test('a sale is a few keys, and what the client has pays it by keys', async ({ desk, salon }) => {
  await withGoods(salon);
  const client = await withCredits(salon);
  await goTo(desk, 'sales');
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('combobox', { name: word('sales_new_client') })).toBeFocused();
  await desk.keyboard.type(client.name);
  await expect(desk.getByRole('option').first()).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(finder(desk)).toBeFocused();
  await desk.keyboard.type('масло');
  await expect(desk.getByRole('option', { name: /Масло/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(onBill(desk, 'Масло')).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.payment input').first()).toBeFocused();
  await desk.keyboard.press('KeyB');
  await expect(desk.locator('.payment')).toHaveCount(2);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  expect((await salon.call('get_client_credits', { client_id: client.client_id })).balance_minor).toBe(0);
});

test('a certificate pays by its code alone', async ({ desk, salon }) => {
  await withCredits(salon);
  const { day, staff } = await quietDay(salon);
  const client = await clientOf(salon, 'а');
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [400_000], client });
  await openCheckout(desk, visit);
  await desk.keyboard.press('KeyC');
  await expect(desk.getByRole('textbox', { name: word('checkout_code') })).toBeFocused();
  await desk.keyboard.type('gift2026');
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.payment')).toHaveCount(1);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
});
