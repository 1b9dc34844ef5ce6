import { toast } from '../support/cash.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('a second register is added by keys, and the cash screen changes to it and back', async ({ desk, salon, look }) => {
  await salon.call('open_shift', { count: null });
  await goTo(desk, 'settings/till');
  await expect(desk.getByRole('grid', { name: word('settings_registers') })).toBeVisible();
  await desk.keyboard.press('KeyR');
  const panel = desk.getByRole('complementary');
  await expect(panel.getByRole('textbox', { name: word('settings_register_name') })).toBeFocused();
  await desk.keyboard.type('Кабинет');
  await desk.keyboard.press('Tab');
  await expect(panel.getByRole('textbox', { name: word('settings_register_prefix') })).toBeFocused();
  await desk.keyboard.type('K1');
  await desk.keyboard.press('Control+Enter');
  await expect(panel.getByText(word('error_prefix_taken', { prefix: 'K1' }))).toBeVisible();
  await desk.keyboard.press('Backspace');
  await desk.keyboard.type('9');
  await look('settings-register-new');
  await desk.keyboard.press('Control+Enter');
  await expect(toast(desk, 'settings_register_added')).toBeVisible();
  await expect(panel).toHaveCount(0);

  await goTo(desk, 'cash');
  const choice = desk.getByRole('combobox', { name: word('cash_register') });
  await expect(choice).toBeVisible();
  await look('cash-registers');
  const { registers } = await salon.call('list_registers', {});
  const second = registers.find(({ register }) => register.prefix === 'K9')?.register.register_id ?? '';
  await tabTo(desk, choice);
  await choice.selectOption(second);
  await expect(desk.getByText(word('cash_empty'))).toBeVisible();
  expect((await salon.call('get_shift', {})).shift).toBeNull();
  const first = registers.find(({ here }) => here)?.register.register_id ?? '';
  await choice.selectOption(first);
  await expect(desk.getByText(word('cash_report_x'))).toBeVisible();
});
