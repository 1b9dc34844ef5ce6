import type { Locator, Page } from '@playwright/test';
import { expect, goTo, test } from '../support/test.ts';
import { checkoutOf, discountsOf, openCheckout, receiptOf, tenge, toBePaid } from '../support/till.ts';
import { like, word } from '../support/words.ts';

const REASON = 'Скидка соседям';
const cash = word('common_method_cash');
const card = word('common_method_card');

const popup = (desk: Page) => desk.getByRole('dialog');
const field = (within: Page | Locator, key: string) => within.getByRole('textbox', { name: word(key) });
const figures = (desk: Page) => desk.getByRole('group', { name: word('checkout_figures') });
const bill = (desk: Page) => desk.getByRole('group', { name: word('checkout_bill') });
const take = (desk: Page) => desk.getByRole('button', { name: like('checkout_take') });

test('a percent on the whole visit: old price, new price, reason, and back again', async ({ desk, salon, look }) => {
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  await look('checkout-two');
  await desk.getByRole('button', { name: word('checkout_discount'), exact: true }).click();
  await field(popup(desk), 'checkout_discount_sum').fill('10%');
  await popup(desk).getByRole('button', { name: word('checkout_discount_give') }).click();
  await expect(field(popup(desk), 'common_reason')).toBeFocused();
  await look('checkout-discount-popup');
  expect(await discountsOf(salon, visit)).toEqual([0, 0]);
  await field(popup(desk), 'common_reason').fill(REASON);
  await popup(desk).getByRole('button', { name: word('checkout_discount_give') }).click();
  await expect(popup(desk)).toHaveCount(0);
  await expect(bill(desk).locator('s').first()).toHaveText(tenge('10 000'));
  await expect(bill(desk).getByText(tenge('9 000'))).toBeVisible();
  await expect(bill(desk).getByText(REASON).first()).toBeVisible();
  await expect(figures(desk).getByText(tenge('13 500')).first()).toBeVisible();
  await expect(field(desk, 'checkout_sum_by').or(desk.locator('.payment input')).first()).toHaveValue(tenge('13 500'));
  await look('checkout-discount');
  expect(await discountsOf(salon, visit)).toEqual([100_000, 50_000]);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(bill(desk).locator('s')).toHaveCount(0);
  expect(await discountsOf(salon, visit)).toEqual([0, 0]);
});

test('a sum on one line with a reason of before, and zero takes it away', async ({ desk, salon }) => {
  const visit = await toBePaid(salon);
  const { appointment } = await checkoutOf(salon, visit);
  const [first, second] = appointment.lines;
  await salon.call('set_discount', { appointment_id: visit, line_ids: [first?.line_id ?? ''], discount: { amount: 100 }, reason: REASON });
  await openCheckout(desk, visit);
  const ofSecond = desk.getByRole('button', { name: word('checkout_discount_line', { service: second?.service ?? '' }) });
  await ofSecond.click();
  await field(popup(desk), 'checkout_discount_sum').fill('500');
  await popup(desk).getByRole('button', { name: REASON }).click();
  await expect(popup(desk)).toHaveCount(0);
  expect(await discountsOf(salon, visit)).toEqual([100, 50_000]);
  await ofSecond.click();
  await expect(field(popup(desk), 'checkout_discount_sum')).toHaveValue('500');
  await field(popup(desk), 'checkout_discount_sum').fill('0');
  await popup(desk).getByRole('button', { name: word('checkout_discount_give') }).click();
  await expect(popup(desk)).toHaveCount(0);
  expect(await discountsOf(salon, visit)).toEqual([100, 0]);
});

test('what is no discount is not given, and more than the role may give is refused', async ({ door, salon, look }) => {
  const visit = await toBePaid(salon);
  const { staff } = await salon.call('list_staff', { retired: false });
  const clerk = staff.find((one) => one.staff.role === 'receptionist');
  await salon.call('set_pin', { staff_id: clerk?.staff_id ?? '', pin: '8520' });
  await door.reload();
  await door.getByRole('button', { name: new RegExp(clerk?.staff.name ?? '-') }).click();
  await door.keyboard.type('8520');
  await door.keyboard.press('Enter');
  await expect(door.getByRole('navigation', { name: word('shell_navigation'), exact: true })).toBeVisible();
  await openCheckout(door, visit);
  await door.getByRole('button', { name: word('checkout_discount'), exact: true }).click();
  const sum = field(popup(door), 'checkout_discount_sum');
  await sum.fill('много');
  await sum.press('Enter');
  await expect(popup(door).getByText(word('checkout_discount_wrong'))).toBeVisible();
  await sum.fill('90%');
  await field(popup(door), 'common_reason').fill(REASON);
  await popup(door).getByRole('button', { name: word('checkout_discount_give') }).click();
  await expect(sum).toHaveAttribute('aria-invalid', 'true');
  await expect(sum).toBeFocused();
  await look('checkout-discount-over');
  expect(await discountsOf(salon, visit)).toEqual([0, 0]);
  await sum.fill('1%');
  await sum.press('Enter');
  await expect(popup(door)).toHaveCount(0);
  expect(await discountsOf(salon, visit)).toEqual([10_000, 5_000]);
});

test('tips for two, split to the last coin, come out of what the client hands over', async ({ desk, salon, look }) => {
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  if (!(await desk.getByRole('textbox', { name: word('checkout_sum_by', { method: cash }) }).isVisible()))
    await desk.getByRole('group', { name: word('checkout_methods') }).getByRole('button', { name: cash }).click();
  await desk.getByRole('button', { name: word('checkout_tips'), exact: true }).click();
  await field(popup(desk), 'checkout_tips_sum').fill('500,01');
  await expect(popup(desk).getByText(tenge('250,01'))).toBeVisible();
  await look('checkout-tips-popup');
  await popup(desk).getByRole('button', { name: word('checkout_tips_add') }).click();
  const tips = desk.getByRole('group', { name: word('checkout_tips') });
  await expect(tips.getByRole('listitem')).toHaveCount(2);
  await field(desk, 'checkout_tendered').fill('15000');
  await expect(desk.getByText(like('checkout_tendered_short'))).toBeVisible();
  await field(desk, 'checkout_tendered').fill('20000');
  await expect(desk.getByText(tenge('4 499,99'))).toBeVisible();
  await look('checkout-tips');
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  await expect(desk.getByText(tenge('4 499,99'))).toBeVisible();
  await expect(desk.getByRole('img', { name: like('checkout_page') })).toBeVisible();
  await look('checkout-tips-receipt');
  const receipt = await receiptOf(salon, visit);
  expect(receipt.tips.map((tip) => tip.amount_minor)).toEqual([25_001, 25_000]);
  expect((await checkoutOf(salon, visit)).appointment.payment_status).toBe('paid');
  await goTo(desk, `sales/${receipt.row.receipt_id}?date=${receipt.row.business_day}`);
  await expect(desk.getByRole('complementary').getByText(tenge('250,01'))).toBeVisible();
  await look('sales-receipt-tips');
});

test('one line is the whole payment, and what it does not know it says', async ({ desk, salon, look }) => {
  const visit = await toBePaid(salon);
  await openCheckout(desk, visit);
  const line = field(desk, 'checkout_line');
  await line.fill('1500 нал, остальное картошкой фри');
  await line.press('Enter');
  await expect(desk.getByText(word('checkout_line_word', { word: 'фри' }))).toBeVisible();
  expect((await checkoutOf(salon, visit)).receipts).toEqual([]);
  await line.fill('1500 нал, остальное карта');
  await expect(desk.getByRole('textbox', { name: word('checkout_sum_by', { method: cash }) })).toHaveValue(tenge('1 500'));
  await expect(desk.getByRole('textbox', { name: word('checkout_sum_by', { method: card }) })).toHaveValue(tenge('13 500'));
  await expect(desk.getByText(word('checkout_allocated'))).toBeVisible();
  await desk.getByRole('button', { name: word('checkout_tips'), exact: true }).click();
  await field(popup(desk), 'checkout_tips_sum').fill('700');
  await popup(desk).getByRole('button', { name: word('checkout_tips_add') }).click();
  await desk.getByRole('group', { name: word('checkout_tips') }).getByRole('radio', { name: card }).check();
  await look('checkout-line');
  await take(desk).click();
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  const receipt = await receiptOf(salon, visit);
  // What the card was charged, with the tips.
  expect(receipt.payments.map((payment) => [payment.kind, payment.amount_minor])).toEqual([
    ['cash', 150_000],
    ['card', 1_420_000],
  ]);
});

test('the report of discounts: number, average, by whom and why', async ({ desk, salon, look }) => {
  const visit = await toBePaid(salon);
  await salon.call('set_discount', { appointment_id: visit, line_ids: [], discount: { percent_bp: 1_000 }, reason: REASON });
  const { appointment } = await checkoutOf(salon, visit);
  await goTo(desk, `sales?tab=discounts&from=${appointment.day}&to=${appointment.day}`);
  const rows = desk.getByRole('grid').getByRole('row').filter({ hasText: REASON });
  await expect(rows).toHaveCount(2);
  const sums = desk.locator('dl');
  await expect(sums.getByText(tenge('1 500'))).toBeVisible();
  await expect(sums.getByText(/10\s%/)).toBeVisible();
  await look('sales-discounts');
  await rows.first().click();
  await expect(desk).toHaveURL(new RegExp(`visit=${visit}`));
  await goTo(desk, 'sales?tab=discounts&from=2020-01-01&to=2020-01-31');
  await expect(desk.getByText(word('sales_discounts_none'))).toBeVisible();
  await look('sales-discounts-none');
});
