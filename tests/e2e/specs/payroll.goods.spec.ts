import { sum, toast } from '../support/cash.ts';
import { withGoods } from '../support/goods.ts';
import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('who sold goods earns by a rule for their category, with the formula', async ({ desk, salon, look }) => {
  const { shampoo } = await withGoods(salon);
  const { staff } = await quietDay(salon);
  const seller = staff[1];
  if (!seller) throw new Error('a quiet day has two people');
  await goTo(desk, 'payroll?tab=rules');
  await expect(desk.getByRole('heading', { name: word('payroll_rules') })).toBeVisible();
  await desk.keyboard.press('KeyN');
  const panel = desk.getByRole('complementary');
  await expect(panel.getByRole('combobox').first()).toBeFocused();
  await panel.getByText(word('payroll_about_goods'), { exact: true }).click();
  await panel
    .getByRole('combobox', { name: word('payroll_what') })
    .selectOption({ label: word('payroll_category_of', { name: 'Уход' }) });
  await panel.getByRole('textbox', { name: word('payroll_percent') }).fill('10');
  await look('payroll-rule-goods');
  await desk.keyboard.press('Control+Enter');
  await expect(toast(desk, 'payroll_rule_saved')).toBeVisible();
  const { rules } = await salon.call('get_pay_rules', {});
  expect(rules.find((one) => one.rule.goods)?.rule.product_category).toBe('Уход');

  await salon.call('open_shift', { count: null });
  const { appointment_id } = await salon.call('start_sale', { client_id: null });
  await salon.call('add_product', {
    appointment_id,
    product_id: shampoo,
    quantity: 1000,
    price_minor: null,
    seller_id: seller.staff_id,
  });
  const { methods } = await salon.call('get_checkout', { appointment_id, with: [] });
  const method_id = methods.find(({ kind }) => kind === 'cash')?.method_id ?? '';
  const line = { method_id, source_id: null, line_id: null, amount_minor: 1_590_000, tendered_minor: null, tip_minor: 0 };
  const { receipt_id } = await salon.call('take_payment', {
    appointment_id,
    with: [],
    payments: [line],
    tips: [],
    after: 'complete',
  });
  await goTo(desk, 'payroll');
  await desk.getByRole('row', { name: seller.name, exact: true }).click();
  await expect(desk.getByText(sum('15 900 × 10 % = 1 590')).first()).toBeVisible();
  await look('payroll-goods');
  await salon.call('void_receipt', { receipt_id, reason: 'ошибка' });
  await expect(desk.getByText(new RegExp(word('payroll_f_undone_goods'))).first()).toBeVisible();
});

test('who helps at a service is said by keys, and shares its commission', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [800_000] });
  await goTo(desk, `calendar?date=${day}&visit=${visit}`);
  const part = desk.getByRole('region', { name: word('booking_assistants') });
  await expect(part.getByText(word('booking_assistants_none'))).toBeVisible();
  await desk.keyboard.press('Alt+KeyH');
  const dialog = desk.getByRole('dialog', { name: like('booking_assistants_of') });
  await expect(dialog.getByRole('combobox').first()).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  const share = dialog.getByRole('textbox', { name: word('booking_assistant_share') }).first();
  await expect(share).toBeEnabled();
  await desk.keyboard.press('Tab');
  await expect(share).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(dialog.getByText(word('booking_assistant_share_missing'))).toBeVisible();
  await desk.keyboard.type('25');
  await look('booking-assistants');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'booking_assistants_saved')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(part.getByText(/ 25\s%/)).toBeVisible();
  const { lines } = await salon.call('list_assistants', { appointment_id: visit });
  const helper = lines[0]?.assistants[0];
  expect(helper?.share_bp).toBe(2_500);

  await salon.call('set_appointment_status', { appointment_id: visit, status: 'completed', reason: '', following: false });
  const { today } = await salon.call('get_app_state', {});
  const earned = await salon.call('get_earnings', {
    staff_id: helper?.staff_id ?? null,
    from_day: today,
    to_day: today,
  });
  expect(earned.lines[0]?.formula.share_bp).toBe(2_500);
});
