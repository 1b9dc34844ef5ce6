import { addDays } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('the receipts of a day, one of them as it is printed', async ({ desk, salon, look }) => {
  const { today } = await salon.call('get_app_state', {});
  const { receipts } = await salon.call('list_receipts', { business_day: addDays(today, -1), shift_id: null, text: '', offset: 0, limit: 5 });
  const number = receipts[0]?.number ?? '';
  await goTo(desk, 'sales');
  await desk.getByRole('button', { name: word('sales_previous') }).click();
  const row = desk.getByRole('row', { name: new RegExp(number) });
  await expect(row).toBeVisible();
  await look('sales-day');
  await row.click();
  await expect(desk.getByRole('img', { name: like('sales_page') })).toBeVisible();
  await look('sales-receipt');
  await desk.getByRole('searchbox').fill('K1-999999');
  await expect(desk.getByText(like('sales_none'))).toBeVisible();
});

test('a receipt of a closed shift stays as it is', async ({ desk, salon }) => {
  const { today } = await salon.call('get_app_state', {});
  const { receipts } = await salon.call('list_receipts', { business_day: addDays(today, -1), shift_id: null, text: '', offset: 0, limit: 1 });
  await goTo(desk, 'sales');
  await desk.getByRole('button', { name: word('sales_previous') }).click();
  await desk.getByRole('row', { name: new RegExp(receipts[0]?.number ?? '') }).click();
  const button = desk.getByRole('button', { name: word('sales_back'), exact: true });
  await expect(desk.getByRole('img', { name: like('sales_page') })).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
    await desk.getByRole('menuitem', { name: word('sales_void_action') }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: word('common_reason') }).fill('Ошибка');
    await dialog.getByRole('button', { name: word('sales_void_action') }).click();
    await expect(dialog.getByRole('alert').or(dialog.locator('[aria-invalid=true]')).first()).toBeVisible();
  }
  const after = await salon.call('list_receipts', { business_day: addDays(today, -1), shift_id: null, text: receipts[0]?.number ?? '', offset: 0, limit: 5 });
  expect(after.receipts.map(({ voided }) => voided)).toEqual([false]);
});
