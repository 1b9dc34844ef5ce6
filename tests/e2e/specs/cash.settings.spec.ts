import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('kinds of cash in and out are added, renamed and taken off', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/till');
  await expect(desk.getByRole('row', { name: /Инкассация/ })).toBeVisible();
  await desk.waitForLoadState('networkidle');
  await look('settings-till');
  await desk.getByRole('button', { name: word('settings_kind_add') }).click();
  const panel = desk.getByRole('complementary');
  const name = panel.getByRole('textbox', { name: word('settings_kind_name') });
  await name.fill('Чаевые наличными');
  await look('settings-till-kind');
  await panel.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  const row = desk.getByRole('row', { name: /Чаевые наличными/ });
  await row.click();
  await name.fill('Аванс мастеру');
  await panel.getByRole('button', { name: word('common_save') }).click();
  const kinds = async () => (await salon.call('list_cash_categories', {})).categories.map((one) => one.name);
  await expect.poll(kinds).toContain('Аванс мастеру');
  expect(await kinds()).not.toContain('Чаевые наличными');
  await desk.getByRole('row', { name: /Аванс мастеру/ }).click();
  await panel.getByRole('button', { name: word('settings_kind_retire') }).click();
  await expect(desk.getByText(like('settings_kind_retired'))).toBeVisible();
  await expect.poll(kinds).not.toContain('Аванс мастеру');
  await desk.getByRole('button', { name: word('common_undo'), exact: true }).click();
  await expect.poll(kinds).toContain('Аванс мастеру');
});

test('the rules of the till are set, and a wrong percentage is not', async ({ desk, salon }) => {
  await goTo(desk, 'settings/till');
  const limit = desk.getByRole('textbox', { name: word('settings_till_discount') });
  await expect(limit).toHaveValue('10');
  await limit.fill('120');
  await expect(limit).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.getByRole('button', { name: word('common_save') })).toBeDisabled();
  await limit.fill('7,5');
  await desk.getByRole('textbox', { name: word('settings_till_difference') }).fill('200');
  await desk.getByRole('checkbox', { name: word('settings_till_blind') }).uncheck();
  await desk.getByRole('checkbox', { name: word('settings_till_points') }).uncheck();
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  expect(await salon.call('get_till_rules', {})).toEqual({
    blind_count: false,
    receptionist_discount_bp: 750,
    difference_without_reason_minor: 20_000,
    points: false,
    deposit_free_hours: 24,
    deposit_late: 'keep',
    deposit_missed: 'keep',
    deposit_part_bp: 5_000,
    certificates_elsewhere_minor: 5_000_000,
  });
});

test('a register gets a name that people know', async ({ desk, salon }) => {
  await goTo(desk, 'settings/till');
  await desk.getByRole('grid', { name: word('settings_registers') }).getByRole('row').nth(1).click();
  const name = desk.getByRole('complementary').getByRole('textbox', { name: word('settings_register_name') });
  await name.fill('Касса у входа');
  await name.press('Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  expect((await salon.call('list_registers', {})).registers.map((one) => one.register.name)).toContain('Касса у входа');
});
