import { BARCODE, withCredits, withGoods } from '../support/goods.ts';
import { expect, goTo, test } from '../support/test.ts';
import { tenge } from '../support/till.ts';
import { like, word } from '../support/words.ts';

test('a product is written down, delivered, written off and counted', async ({ desk, salon, look }) => {
  await goTo(desk, 'products');
  await expect(desk.getByText(word('products_empty'))).toBeVisible();
  await look('products-empty');
  await desk.getByRole('button', { name: word('products_new') }).first().click();
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('products_name_missing'))).toBeVisible();
  await desk.getByRole('textbox', { name: word('products_name') }).fill('Шампунь');
  await desk.getByRole('textbox', { name: word('products_price'), exact: true }).fill('15900');
  await desk.getByRole('textbox', { name: word('products_min') }).fill('2');
  await desk.getByRole('textbox', { name: word('products_barcode') }).fill(BARCODE);
  await look('products-new');
  await desk.getByRole('button', { name: word('common_save') }).click();
  const row = desk.getByRole('row', { name: /Шампунь/ });
  await expect(row).toContainText(word('products_level_none'));

  await desk.getByRole('button', { name: word('products_delivery') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('combobox').fill('шамп');
  await expect(dialog.getByRole('option')).toBeVisible();
  await desk.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: word('products_quantity_of', { name: 'Шампунь' }) }).fill('6');
  await dialog.getByRole('textbox', { name: word('products_cost_of', { name: 'Шампунь' }) }).fill('57240');
  await look('products-delivery');
  await dialog.getByRole('button', { name: word('products_receive') }).click();
  await expect(row).toContainText(/6\sшт/);
  await expect(row).toContainText(tenge('57 240'));

  await row.click();
  await desk.getByRole('button', { name: word('products_write_off') }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: word('products_quantity') }).fill('5');
  await desk.getByRole('dialog').getByRole('button', { name: word('products_reason_broken') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('products_write_off') }).click();
  await expect(desk.getByRole('region', { name: word('products_movements') }).getByRole('listitem')).toHaveCount(2);
  await expect(row).toContainText(word('products_level_low'));
  await look('products-card');
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: word('products_count') }).click();
  await desk.getByRole('dialog').getByRole('textbox').first().fill('3');
  await look('products-count');
  await desk.getByRole('button', { name: word('products_count_save') }).click();
  await expect(desk.getByRole('dialog')).toContainText(/\+2\sшт/);
  await look('products-counted');
  const { products } = await salon.call('list_products', { text: BARCODE, limit: 5 });
  expect(products.map(({ stock }) => stock)).toEqual([3000]);
});

test('what runs out is found, and a product goes from the list and comes back', async ({ desk, salon, look }) => {
  await withGoods(salon);
  await goTo(desk, 'products');
  await expect(desk.getByRole('row', { name: /Шампунь/ })).toBeVisible();
  await look('products');
  await desk.getByRole('button', { name: like('products_running_out') }).click();
  await expect(desk.getByRole('row', { name: /Шампунь/ })).toBeHidden();
  await desk.getByRole('row', { name: /Масло/ }).click();
  await desk.getByRole('button', { name: word('products_retire') }).click();
  await expect(desk.getByRole('row', { name: /Масло/ })).toBeHidden();
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(desk.getByRole('row', { name: /Масло/ })).toBeVisible();
});

test('packages on offer are made and changed; certificates say what is owed', async ({ desk, salon, look }) => {
  await withCredits(salon);
  await goTo(desk, 'products?tab=packages');
  await expect(desk.getByRole('row', { name: /Пять укладок/ })).toBeVisible();
  await desk.getByRole('button', { name: word('products_offer_new') }).click();
  await desk.getByRole('textbox', { name: word('products_name') }).fill('Маникюр × 10');
  await desk.getByRole('textbox', { name: word('products_offer_price') }).fill('60000');
  await desk.getByRole('checkbox').first().check();
  await look('packages');
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByRole('row', { name: /Маникюр/ })).toBeVisible();
  const { offers } = await salon.call('list_package_offers', {});
  expect(offers.find(({ name }) => name === 'Маникюр × 10')).toMatchObject({ price_minor: 6_000_000, sessions: 10 });
  await goTo(desk, 'products?tab=certificates');
  await expect(desk.getByText('GIFT2026')).toBeVisible();
  await expect(desk.getByText(word('products_outstanding'))).toContainText(tenge('4 000'));
  await look('certificates');
  await desk.getByRole('button', { name: word('products_end'), exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('products_end_do'), exact: true }).click();
  await expect(desk.getByText(word('products_ended_none'))).toBeVisible();
});

test('the card of a client says what she has; a package is frozen and goes on', async ({ desk, salon, look }) => {
  const client = await withCredits(salon);
  await goTo(desk, `clients/${client.client_id}`);
  const has = desk.getByRole('region', { name: word('clients_credits') });
  await expect(has).toContainText(tenge('3 000'));
  await expect(has).toContainText(word('clients_sessions_left', { left: 5, all: 5 }));
  await look('client-credits');
  await has.getByRole('button', { name: word('clients_freeze'), exact: true }).click();
  await expect(has.getByRole('button', { name: word('clients_unfreeze') })).toBeVisible();
  await has.getByRole('button', { name: word('clients_unfreeze') }).click();
  await has.getByRole('button', { name: word('clients_extend') }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: word('common_reason') }).fill('Болела');
  await desk.getByRole('dialog').getByRole('button', { name: word('clients_extend') }).click();
  await expect(desk.getByRole('dialog')).toBeHidden();
});
