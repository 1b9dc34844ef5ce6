import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('two methods are taken by keys alone', async ({ desk, salon }) => {
  await salon.call('open_shift', { count: null });
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(card).toHaveCount(1);
  for (let steps = 0; steps < 30 && !(await card.evaluate((node) => node === document.activeElement)); steps++)
    await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('KeyP');
  await expect(desk.getByRole('heading', { name: word('checkout_title') })).toBeVisible();
  await expect(desk.getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.type('9000');
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const second = word(`common_method_${methods[1]?.kind ?? ''}`);
  await desk.keyboard.press('F2');
  await expect(desk.getByRole('textbox', { name: word('checkout_sum_by', { method: second }) })).toBeFocused();
  await expect(desk.getByText(word('checkout_allocated'))).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(card).toBeFocused();
  const { receipts } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  expect(receipts).toHaveLength(1);
  expect(receipts[0]?.kinds).toHaveLength(2);
});
