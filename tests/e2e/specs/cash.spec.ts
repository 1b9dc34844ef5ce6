import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('a shift opens, takes money, and closes for good', async ({ desk, salon, look }) => {
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
  await look('cash-closed');
  await desk.getByRole('button', { name: word('cash_open') }).first().click();
  await expect(desk.getByText(like('cash_shift_open')).first()).toBeVisible();
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [700_000] });
  const { methods } = await salon.call('get_checkout', { appointment_id: visit });
  const cash = methods.find(({ kind }) => kind === 'cash');
  await salon.call('take_payment', {
    appointment_id: visit,
    payments: [{ method_id: cash?.method_id ?? '', amount_minor: 700_000, tendered_minor: null }],
    after: 'keep',
  });
  await expect(desk.getByText(/7\s000/).first()).toBeVisible();
  await look('cash-open');
  await desk.getByRole('button', { name: word('cash_close') }).click();
  await look('cash-close-question');
  await desk.getByRole('dialog').getByRole('button', { name: word('common_cancel') }).or(desk.getByRole('dialog').getByRole('button', { name: word('common_back') })).first().click();
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await desk.getByRole('button', { name: word('cash_close') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_close_yes') }).click();
  await expect(desk.getByText(word('cash_closed')).first()).toBeVisible();
  expect((await salon.call('get_shift', {})).shift).toBeNull();
});

test('a shift opened elsewhere shows at once and is not opened twice', async ({ desk, salon }) => {
  await goTo(desk, 'cash');
  const open = desk.getByRole('button', { name: word('cash_open') }).first();
  await expect(open).toBeVisible();
  await salon.call('open_shift', {});
  await expect(salon.call('open_shift', {})).rejects.toThrow(/shift/);
  await expect(desk.getByText(like('cash_shift_open')).first()).toBeVisible();
  await expect(open).toHaveCount(0);
});
