import { openedWith, toast } from '../support/cash.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('finance is set up, written, looked through and taken back by keys', async ({ desk, salon }) => {
  await openedWith(salon, 2_000_000);
  await goTo(desk, 'finance');
  await expect(desk.getByText(word('finance_no_accounts')).first()).toBeVisible();
  await desk.keyboard.press('Digit7');
  await expect(desk.getByRole('heading', { name: word('finance_accounts') })).toBeVisible();
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('textbox', { name: word('finance_account_name') })).toBeFocused();
  await desk.keyboard.type('Халык');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('textbox', { name: word('finance_account_name') })).toHaveCount(0);
  await desk.keyboard.press('KeyC');
  await expect(desk.getByRole('complementary').getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.type('ТОО Аренда');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('button', { name: /ТОО Аренда/ })).toBeVisible();

  await desk.keyboard.press('Digit2');
  await expect(desk.getByText(word('finance_operations_none'))).toBeVisible();
  await desk.keyboard.press('KeyO');
  const dialog = desk.getByRole('dialog', { name: word('finance_expense_title') });
  await expect(dialog.getByRole('textbox', { name: word('finance_sum') })).toBeFocused();
  await desk.keyboard.type('4500');
  const category = dialog.getByRole('combobox', { name: word('finance_category') });
  await tabTo(desk, category);
  await desk.keyboard.press('End');
  await expect(category).not.toHaveValue('');
  await tabTo(desk, dialog.getByRole('textbox', { name: word('common_note') }));
  await desk.keyboard.type('полотенца');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'finance_recorded')).toBeVisible();
  await expect(dialog).toHaveCount(0);

  await desk.keyboard.press('Digit3');
  const profit = desk.getByRole('region', { name: word('finance_tab_profit') });
  await expect(profit.getByRole('button').first()).toBeVisible();
  await tabTo(desk, profit.getByRole('button').first());
  await desk.keyboard.press('Enter');
  const panel = desk.getByRole('complementary');
  await expect(panel).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await desk.keyboard.press('Digit2');
  await expect(desk.locator('[data-row="0"]')).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  await expect(desk.locator('[data-row="0"]')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await desk.keyboard.press('Delete');
  const asks = desk.getByRole('dialog', { name: like('finance_reverse_title') });
  await expect(asks.getByRole('textbox')).toBeFocused();
  await desk.keyboard.type('дважды');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'finance_reversed_done')).toBeVisible();
  await expect(asks).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  const { operations } = await salon.call('list_operations', {
    from_day: '2020-01-01',
    to_day: '2029-01-01',
    kind: null,
    place: null,
  });
  expect(operations.map((one) => one.is_reversal)).toEqual([true, false]);
});

test('a statement is chosen by a key', async ({ desk }) => {
  await goTo(desk, 'finance/statements');
  await expect(desk.getByRole('button', { name: word('finance_statement_new') })).toBeVisible();
  const chooser = desk.waitForEvent('filechooser');
  await desk.keyboard.press('KeyN');
  expect((await chooser).isMultiple()).toBe(false);
});
