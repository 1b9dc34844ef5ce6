import { BARCODE, finder, itemsOf, onBill, scan, withGoods } from '../support/goods.ts';
import { expect, goTo, test } from '../support/test.ts';
import { openCheckout, tenge, toBePaid } from '../support/till.ts';
import { like, word } from '../support/words.ts';

test('goods come on the bill, are counted up, get a price, and go again', async ({ desk, salon, look }) => {
  await withGoods(salon);
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  await finder(desk).fill('шамп');
  await expect(desk.getByRole('option', { name: /Шампунь/ })).toBeVisible();
  await look('checkout-goods-found');
  await desk.keyboard.press('Enter');
  const shampoo = onBill(desk, 'Шампунь');
  await expect(shampoo).toContainText(/осталось\s5\sшт/);
  for (let one = 0; one < 5; one++) await shampoo.getByRole('button', { name: like('checkout_item_more') }).click();
  await expect.poll(async () => (await itemsOf(salon, visit))[0]?.quantity).toBe(6000);
  await expect(shampoo.locator('.short')).toBeVisible();
  await finder(desk).fill('масло');
  await expect(desk.getByRole('option', { name: /Масло/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(onBill(desk, 'Масло')).toContainText(word('checkout_item_none_left'));
  await look('checkout-goods');
  await shampoo.getByRole('button', { name: like('checkout_item_edit') }).click();
  const popup = desk.getByRole('dialog');
  await popup.getByRole('textbox', { name: word('checkout_item_quantity') }).fill('2');
  await popup.getByRole('textbox', { name: word('checkout_item_price') }).fill('30000');
  await look('checkout-goods-edit');
  await popup.getByRole('button', { name: word('common_save') }).click();
  await expect(shampoo).toContainText(tenge('30 000'));
  const [item] = await itemsOf(salon, visit);
  expect([item?.quantity, item?.price_minor, item?.list_price_minor]).toEqual([2000, 3_000_000, 3_180_000]);
  await onBill(desk, 'Масло').getByRole('button', { name: like('checkout_item_remove') }).click();
  await expect(onBill(desk, 'Масло')).toBeHidden();
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(onBill(desk, 'Масло')).toBeVisible();
});

test('a scanner puts goods on the bill, also while the keyboard is in a sum', async ({ desk, salon }) => {
  await withGoods(salon);
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  await scan(desk, BARCODE);
  await expect(onBill(desk, 'Шампунь')).toBeVisible();
  await expect(desk.locator('.payment input').first()).toHaveValue(/^30\s900/);
  await scan(desk, BARCODE);
  await expect.poll(async () => (await itemsOf(salon, visit)).map(({ quantity }) => quantity)).toEqual([2000]);
  await scan(desk, '9999999999');
  await expect(desk.getByText(word('checkout_scan_unknown', { code: '9999999999' }))).toBeVisible();
  expect((await salon.call('get_checkout', { appointment_id: visit, with: [] })).receipts).toEqual([]);
});

test('a certificate, a package and a top-up are sold on the bill', async ({ desk, salon, look }) => {
  await salon.call('save_package_offer', {
    offer_id: null,
    name: 'Пять укладок',
    price_minor: 2_500_000,
    service_ids: [],
    sessions: 5,
    valid_days: 90,
    periods: null,
  });
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  const menu = desk.getByRole('button', { name: word('checkout_add_more') });
  await menu.click();
  await desk.getByRole('menuitem', { name: word('checkout_add_certificate') }).click();
  await desk.getByRole('textbox', { name: word('checkout_certificate_sum') }).fill('20000');
  await look('checkout-certificate');
  await desk.getByRole('button', { name: word('checkout_add_do') }).click();
  await expect(onBill(desk, word('checkout_kind_certificate'))).toBeVisible();
  await menu.click();
  await desk.getByRole('menuitem', { name: word('checkout_add_package') }).click();
  await desk.getByRole('button', { name: /Пять укладок/ }).click();
  await expect(onBill(desk, 'Пять укладок')).toBeVisible();
  await menu.click();
  await desk.getByRole('menuitem', { name: word('checkout_add_top_up') }).click();
  await desk.getByRole('textbox', { name: word('checkout_top_up_sum') }).fill('10000');
  await desk.keyboard.press('Enter');
  await expect(onBill(desk, word('checkout_kind_top_up'))).toBeVisible();
  await look('checkout-promises');
  expect((await itemsOf(salon, visit)).map(({ kind, price_minor }) => [kind, price_minor]).toSorted()).toEqual([
    ['certificate', 2_000_000],
    ['package', 2_500_000],
    ['top_up', 1_000_000],
  ]);
});

test('a sale without a visit is begun, paid, and leaves nothing where it is left empty', async ({ desk, salon, look }) => {
  await withGoods(salon);
  await salon.call('open_shift', { count: null });
  await goTo(desk, 'sales');
  await desk.getByRole('button', { name: word('sales_new') }).click();
  await look('sales-new');
  await desk.getByRole('dialog').getByRole('button', { name: word('sales_new_without') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_sale') })).toBeVisible();
  await expect(finder(desk)).toBeFocused();
  await look('sale-empty');
  await finder(desk).fill('шамп');
  await expect(desk.getByRole('option', { name: /Шампунь/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(onBill(desk, 'Шампунь')).toBeVisible();
  await look('sale');
  await desk.getByRole('button', { name: like('checkout_take') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  const { products } = await salon.call('list_products', { text: 'шамп', limit: 5 });
  expect(products[0]?.stock).toBe(4000);
  await goTo(desk, 'sales');
  await desk.getByRole('button', { name: word('sales_new') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('sales_new_without') }).click();
  await expect(finder(desk)).toBeFocused();
  const id = new URL(desk.url()).hash.replace(/^#\/checkout\//, '').replace(/\?.*/, '');
  await goTo(desk, 'sales');
  await expect
    .poll(() => salon.call('get_checkout', { appointment_id: id, with: [] }).then(() => 'there', () => 'gone'))
    .toBe('gone');
});
