import { openedWith, toast } from '../support/cash.ts';
import { tabTo } from '../support/keyboard.ts';
import { booked, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

async function worked(salon: Salon): Promise<string> {
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [800_000] });
  await salon.call('set_appointment_status', { appointment_id: visit, status: 'completed', reason: '', following: false });
  return staff[0]?.name ?? '';
}

test('what everybody earned is walked, opened and left by keys', async ({ desk, salon }) => {
  const name = await worked(salon);
  await goTo(desk, 'payroll');
  const row = desk.getByRole('row', { name, exact: true });
  await expect(row).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  await expect(desk.locator('[data-row="0"]')).toBeFocused();
  for (let steps = 0; steps < 30 && !(await row.evaluate((node) => node === document.activeElement)); steps++)
    await desk.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name, exact: true })).toBeVisible();
  await desk.keyboard.press('KeyA');
  const dialog = desk.getByRole('dialog', { name: word('payroll_advance') });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('a run is made, paid and taken back by keys', async ({ desk, salon }) => {
  await openedWith(salon, 900_000_000);
  const name = await worked(salon);
  await goTo(desk, 'payroll');
  await expect(desk.getByRole('row', { name, exact: true })).toBeVisible();
  await desk.keyboard.press('Digit2');
  await expect(desk.getByRole('grid', { name: word('payroll_slips') })).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  const first = desk.locator('[data-row="0"]');
  await expect(first).toBeFocused();
  await desk.keyboard.press('Enter');
  const panel = desk.getByRole('complementary');
  await expect(panel).toBeVisible();
  await tabTo(desk, panel.getByRole('textbox', { name: word('payroll_sum') }));
  await desk.keyboard.type('1500');
  await tabTo(desk, panel.getByRole('textbox', { name: word('payroll_extra_note') }));
  await desk.keyboard.type('План');
  await tabTo(desk, panel.getByRole('button', { name: word('payroll_extra_add') }));
  await desk.keyboard.press('Enter');
  await expect(panel.getByText(/План/).first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(first).toBeFocused();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(like('payroll_confirmed')).first()).toBeVisible();
  await expect(desk.getByRole('button', { name: word('payroll_cancel'), exact: true })).toBeVisible();
  await desk.keyboard.press('KeyP');
  const paying = desk.getByRole('dialog', { name: word('payroll_pay') });
  await expect(paying.getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.press('Escape');
  await expect(paying).toHaveCount(0);
  await desk.keyboard.press('Delete');
  const asks = desk.getByRole('dialog', { name: word('payroll_cancel_title') });
  await expect(asks.getByRole('textbox')).toBeFocused();
  await desk.keyboard.type('не тот период');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'payroll_run_cancelled')).toBeVisible();
  await expect(asks).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('grid', { name: word('payroll_tab_runs') })).toBeVisible();
  await expect(desk.locator('[data-row="0"]')).toBeFocused();
  expect((await salon.call('list_pay_runs', {})).runs[0]?.cancelled).toBe(true);
});

test('a rule for goods is written, changed and left by keys', async ({ desk, salon }) => {
  await goTo(desk, 'payroll?tab=rules');
  await expect(desk.getByRole('heading', { name: word('payroll_rules') })).toBeVisible();
  await desk.keyboard.press('KeyN');
  const panel = desk.getByRole('complementary');
  await expect(panel.getByRole('combobox').first()).toBeFocused();
  await tabTo(desk, panel.getByRole('radio', { name: word('payroll_about_services') }));
  await desk.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: word('payroll_about_goods') })).toBeChecked();
  await tabTo(desk, panel.getByRole('textbox', { name: word('payroll_percent') }));
  await desk.keyboard.type('10');
  await desk.keyboard.press('Control+Enter');
  await expect(toast(desk, 'payroll_rule_saved')).toBeVisible();
  await expect(panel).toHaveCount(0);
  const { rules } = await salon.call('get_pay_rules', {});
  const at = rules.findIndex((one) => one.rule.goods);
  expect(rules[at]?.rule.rate_bp).toBe(1_000);
  await desk.keyboard.press('ArrowDown');
  const rows = desk.getByRole('grid', { name: word('payroll_rules') }).locator('[data-row]');
  await expect(rows.first()).toBeFocused();
  for (let steps = 0; steps < at; steps++) await desk.keyboard.press('ArrowDown');
  await expect(rows.nth(at)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(panel.getByRole('radio', { name: word('payroll_about_goods') })).toBeChecked();
  await desk.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await desk.keyboard.press('Digit1');
  await expect(desk.getByRole('grid', { name: word('payroll_people') })).toBeVisible();
});
