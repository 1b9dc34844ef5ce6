import { booked, olga, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('what was done is shown with before and after, and can be taken back', async ({ desk, salon, look }) => {
  const { client_id: id } = await olga(salon);
  const { client } = await salon.call('get_client', { client_id: id });
  await salon.call('update_client', { client_id: id, client: { ...client, first_name: 'Оксана' } });
  await goTo(desk, 'history');
  await look('history');
  await desk.getByRole('row').filter({ hasText: 'Оксана' }).first().click();
  await expect(desk.getByText('Ольга').first()).toBeVisible();
  await look('history-entry');
  await desk.getByRole('button', { name: word('history_take_back') }).click();
  await expect.poll(async () => (await salon.call('get_client', { client_id: id })).client.first_name).toBe('Ольга');
  await desk.getByRole('tab', { name: word('history_tab_mine') }).click();
  await expect(desk.getByRole('heading', { name: word('history_redo_list') })).toBeVisible();
  await look('history-mine');
});

test('posted money is not offered for undo', async ({ desk, salon }) => {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [700_000] });
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const payments = [{ method_id: methods[0]?.method_id ?? '', source_id: null, line_id: null, amount_minor: 700_000, tendered_minor: null, tip_minor: 0 }];
  await salon.call('take_payment', { appointment_id: visit, with: [], payments, tips: [], after: 'keep' });
  await goTo(desk, 'history');
  await desk.getByRole('row').filter({ hasText: word('operation_payment_taken') }).first().click();
  await expect(desk.getByText(word('history_posted'))).toBeVisible();
  await expect(desk.getByRole('button', { name: word('history_take_back') })).toHaveCount(0);
});
