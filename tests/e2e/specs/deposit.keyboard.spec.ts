import { onVisit } from '../support/frontdesk.ts';
import { tabTo } from '../support/keyboard.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

const DEPOSIT = 300_000;

/** A deposit in cash; the shift is open. */
async function prepaid(salon: Salon, visit: string): Promise<void> {
  await salon.call('open_shift', { count: null });
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const cash = methods.find(({ kind }) => kind === 'cash')?.method_id ?? '';
  const sum = { amount_minor: DEPOSIT, tendered_minor: null, tip_minor: 0 };
  await salon.call('take_payment', {
    appointment_id: visit,
    with: [],
    payments: [{ method_id: cash, source_id: null, line_id: null, ...sum }],
    tips: [],
    after: 'keep',
  });
}

const deposit = (salon: Salon, visit: string) => salon.call('get_deposit', { appointment_id: visit });

test('a cancelled visit gives its deposit back by the rule', async ({ desk, salon, look }) => {
  const { id } = await onVisit(desk, salon);
  await prepaid(salon, id);
  await desk.keyboard.press('Delete');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: like('booking_deposit_return') })).toBeChecked();
  await look('calendar-cancel-deposit');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('calendar_cancelled'))).toBeVisible();
  expect(await deposit(salon, id)).toMatchObject({ ended: 'return', ruled: 'return', kept_minor: 0 });
  const { receipts } = await salon.call('get_checkout', { appointment_id: id, with: [] });
  expect(receipts.map(({ kind }) => kind)).toContain('refund');
});

test('another choice needs a reason, and is kept with it', async ({ desk, salon }) => {
  const { id } = await onVisit(desk, salon);
  await prepaid(salon, id);
  await desk.keyboard.press('Delete');
  const dialog = desk.getByRole('dialog');
  const back = dialog.getByRole('radio', { name: like('booking_deposit_return') });
  await expect(back).toBeChecked();
  await tabTo(desk, back);
  await desk.keyboard.press('ArrowDown');
  await expect(dialog.getByText(word('booking_deposit_reason'))).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: word('common_reason') })).toHaveAttribute('aria-invalid', 'true');
  await tabTo(desk, dialog.getByRole('textbox', { name: word('common_reason') }), 'Shift+Tab');
  await desk.keyboard.type('договор');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('calendar_cancelled'))).toBeVisible();
  expect(await deposit(salon, id)).toMatchObject({ ended: 'keep', ruled: 'return', kept_minor: DEPOSIT });
});

test('deposits that are held stand in a list', async ({ desk, salon, look }) => {
  const { id } = await onVisit(desk, salon);
  await prepaid(salon, id);
  await goTo(desk, 'finance/deposits');
  const list = desk.getByRole('grid', { name: word('finance_tab_deposits') });
  await expect(list).toBeVisible();
  await look('finance-deposits');
  const { deposits } = await salon.call('list_deposits', {});
  expect(deposits.map((one) => one.appointment_id)).toContain(id);
});
