import { itemsOf, onBill, withGoods } from '../support/goods.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { checkoutOf, discountsOf, openCheckout, receiptOf, tenge, toBePaid } from '../support/till.ts';
import { word } from '../support/words.ts';

const SHAMPOO = 'Шампунь Angel.Wash, 250 мл';

/** A visit of 15 000 with a shampoo of 15 900 on its bill. */
async function withShampoo(salon: Parameters<typeof withGoods>[0]): Promise<string> {
  const { shampoo } = await withGoods(salon);
  const visit = await toBePaid(salon);
  await salon.call('add_product', {
    appointment_id: visit,
    product_id: shampoo,
    quantity: 1000,
    price_minor: null,
    seller_id: null,
  });
  return visit;
}

test('a discount on goods by keys: the row says it, the receipt too', async ({ desk, salon, look }) => {
  const visit = await withShampoo(salon);
  await openCheckout(desk, visit);
  const button = onBill(desk, 'Шампунь').getByRole('button', {
    name: word('checkout_discount_line', { service: SHAMPOO }),
  });
  await tabTo(desk, button, 'Shift+Tab');
  await desk.keyboard.press('KeyD');
  await expect(desk.getByRole('radio', { name: SHAMPOO })).toBeChecked();
  await expect(desk.getByRole('textbox', { name: word('checkout_discount_sum') })).toBeFocused();
  await desk.keyboard.type('10% помятая упаковка');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(onBill(desk, 'Шампунь').locator('s')).toHaveText(tenge('15 900'));
  await expect(onBill(desk, 'Шампунь').getByText(/помятая упаковка/)).toBeVisible();
  await look('checkout-discount-goods');
  const [item] = await itemsOf(salon, visit);
  expect([item?.discount_minor, item?.price_minor]).toEqual([159_000, 1_431_000]);
  expect(await discountsOf(salon, visit)).toEqual([0, 0]);
  const sum = desk.locator('.payment input').first();
  await expect(sum).toHaveValue(tenge('29 310'));
  await tabTo(desk, sum);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  const receipt = await receiptOf(salon, visit);
  expect(receipt.lines.map((line) => line.discount_minor)).toEqual([0, 0, 159_000]);
});

test('a sum on the whole bill goes over services and goods to the unit', async ({ desk, salon }) => {
  const visit = await withShampoo(salon);
  await openCheckout(desk, visit);
  await desk.keyboard.press('KeyD');
  await expect(desk.getByRole('radio', { name: word('checkout_discount_all') })).toBeChecked();
  await desk.keyboard.type('1000,01 акция');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(onBill(desk, 'Шампунь').getByText(/акция/)).toBeVisible();
  const { appointment } = await checkoutOf(salon, visit);
  const given = [...appointment.lines, ...appointment.items].map((line) => line.discount_minor);
  expect(given.reduce((sum, one) => sum + one, 0)).toBe(100_001);
  expect(given.every((one) => one > 0)).toBe(true);
});

test('who changed which price is read and walked through by keys', async ({ desk, salon, look }) => {
  const visit = await withShampoo(salon);
  await salon.call('set_discount', { appointment_id: visit, line_ids: [], discount: { percent_bp: 1_000 }, reason: 'Соседи' });
  const { appointment } = await checkoutOf(salon, visit);
  await goTo(desk, 'sales?tab=discounts');
  await tabTo(desk, desk.getByRole('radio', { name: word('sales_tab_discounts') }));
  await desk.keyboard.press('ArrowRight');
  await expect(desk).toHaveURL(/tab=prices/);
  const rows = desk.getByRole('grid').getByRole('row').filter({ hasText: 'Соседи' });
  await expect(rows).toHaveCount(3);
  await look('sales-prices');
  await tabTo(desk, desk.getByRole('grid').getByRole('row').nth(1));
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL(new RegExp(`date=${appointment.day}`));
  await expect(desk).toHaveURL(new RegExp(`visit=${visit}`));
});

test('nobody changed a price: it says so', async ({ desk, look }) => {
  await goTo(desk, 'sales?tab=prices&from=2020-01-01&to=2020-01-31');
  await expect(desk.getByText(word('sales_prices_none'))).toBeVisible();
  await look('sales-prices-none');
});

test('a new sale is in the sales, a visit in the calendar', async ({ desk, salon }) => {
  const visit = await withShampoo(salon);
  const now = desk.getByRole('navigation', { name: word('shell_navigation') }).locator('[aria-current=page]');
  await openCheckout(desk, visit);
  await expect(now).toHaveText(word('shell_calendar'));
  const { appointment_id } = await salon.call('start_sale', { client_id: null });
  await goTo(desk, `checkout/${appointment_id}`);
  await expect(desk.getByText(word('checkout_sale_empty'))).toBeVisible();
  await expect(now).toHaveText(word('shell_sales'));
});
