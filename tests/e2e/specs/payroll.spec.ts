import type { Page } from '@playwright/test';
import { booked, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { sum } from '../support/cash.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

/** A visit of one service done by a master today; who did it. */
async function worked(salon: Salon, minor: number): Promise<{ staff_id: string; name: string }> {
  const { day, staff } = await quietDay(salon);
  const one = staff[0];
  if (!one) throw new Error('a quiet day has staff');
  const visit = await booked(salon, { day, staff: one, at: 720, prices: [minor] });
  await salon.call('set_appointment_status', { appointment_id: visit, status: 'completed', reason: '', following: false, deposit: null });
  return { staff_id: one.staff_id, name: one.name };
}

/** A rule for one person goes before all that the demo salon has. */
async function ruleFor(salon: Salon, staff_id: string, rate_bp: number) {
  const { today } = await salon.call('get_app_state', {});
  await salon.call('save_commission_rule', {
    rule_id: null,
    rule: {
      staff_id,
      role: null,
      service_id: null,
      category_id: null,
      goods: false,
      product_id: null,
      product_category: '',
      kind: 'percent',
      rate_bp,
      fixed_minor: 0,
      tiers: [],
      tier_way: 'from_zero',
      base: 'after_discount',
      less_materials: false,
      assist_on_top: false,
      from_day: today.slice(0, 8) + '01',
    },
  });
}

async function thisMonth(salon: Salon) {
  const { today } = await salon.call('get_app_state', {});
  return { from_day: today.slice(0, 8) + '01', to_day: today };
}

const rowOf = (desk: Page, name: string) => desk.getByRole('row', { name, exact: true });

test('what everybody earned is shown, each line with its formula', async ({ desk, salon, look }) => {
  const { staff } = await quietDay(salon);
  await ruleFor(salon, staff[0]?.staff_id ?? '', 5_000);
  const who = await worked(salon, 800_000);
  await goTo(desk, 'payroll');
  await expect(rowOf(desk, who.name)).toBeVisible();
  await look('payroll');
  await rowOf(desk, who.name).click();
  await expect(desk.getByText(sum('8 000 × 50 % = 4 000')).first()).toBeVisible();
  await look('payroll-person');
  await desk.keyboard.press('Escape');
  await expect(rowOf(desk, who.name)).toBeFocused();
});

test('a run is looked at, confirmed, paid in cash and shown in the drawer', async ({ desk, salon, look }) => {
  await salon.call('open_shift', { count: { counted_minor: 900_000_000, pieces: [] } });
  const who = await worked(salon, 800_000);
  await goTo(desk, 'payroll?tab=run');
  await expect(rowOf(desk, who.name)).toBeVisible();
  await rowOf(desk, who.name).click();
  const panel = desk.getByRole('complementary');
  await expect(panel.getByText(word('payroll_line_commission'))).toBeVisible();
  await panel.getByRole('textbox', { name: word('payroll_sum') }).fill('1500');
  await panel.getByRole('textbox', { name: word('payroll_extra_note') }).fill('План');
  await panel.getByRole('button', { name: word('payroll_extra_add') }).click();
  await expect(panel.getByText(/План/).first()).toBeVisible();
  await look('payroll-run');
  const { slips } = await salon.call('preview_pay_run', { ...(await thisMonth(salon)), people: [] });
  const before = slips.find((slip) => slip.staff_id === who.staff_id)?.due_minor ?? 0;
  await desk.getByRole('button', { name: like('payroll_confirm_count') }).click();
  await expect(desk.getByText(like('payroll_confirmed')).first()).toBeVisible();
  const { runs } = await salon.call('list_pay_runs', {});
  const run = await salon.call('get_pay_run', { pay_run_id: runs[0]?.pay_run_id ?? '' });
  const slip = run.slips.find((one) => one.staff_id === who.staff_id);
  expect(slip?.due_minor).toBe(before + 150_000);
  await expect(desk.getByRole('region', { name: who.name })).toBeVisible();
  await look('payroll-sheet');
  await desk.keyboard.press('KeyP');
  const dialog = desk.getByRole('dialog', { name: word('payroll_pay') });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await look('payroll-pay');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('payroll_payments') })).toBeVisible();
  const paid = await salon.call('get_pay_run', { pay_run_id: run.run.pay_run_id });
  expect(paid.run.paid_minor).toBe(paid.run.due_minor);
  await goTo(desk, 'cash');
  await expect(desk.getByRole('row', { name: new RegExp(`, Выплата: ${who.name}`) })).toBeVisible();
});

test('the sheet is saved as PDF and for Excel', async ({ desk, salon }) => {
  await worked(salon, 800_000);
  const period = await thisMonth(salon);
  const { slips } = await salon.call('preview_pay_run', { ...period, people: [] });
  const people = slips
    .filter((slip) => slip.lines.length > 0)
    .map(({ staff_id }) => ({
      staff_id, minutes: null, days: null, bonuses: [], deductions: [], with_tips: false, seen_due_minor: null,
    }));
  const { pay_run_id } = await salon.call('confirm_pay_run', { ...period, people, note: '' });
  await goTo(desk, `payroll?tab=runs&run=${pay_run_id}`);
  for (const [name, ending] of [['PDF', '.pdf'], ['Excel', '.xlsx']] as const) {
    const saved = desk.waitForEvent('download');
    await desk.getByRole('button', { name, exact: true }).click();
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
  }
  await desk.getByRole('button', { name: word('payroll_cancel'), exact: true }).click();
  await desk.getByRole('button', { name: word('payroll_reason_period') }).click();
  await expect(desk.getByText(word('payroll_run_cancelled')).first()).toBeVisible();
  const { runs } = await salon.call('list_pay_runs', {});
  expect(runs[0]?.cancelled).toBe(true);
});

test('rules are written, and what if says what they would cost', async ({ desk, salon, look }) => {
  await worked(salon, 800_000);
  await goTo(desk, 'payroll?tab=rules');
  await expect(desk.getByRole('heading', { name: word('payroll_rules') })).toBeVisible();
  await desk.keyboard.press('KeyN');
  const panel = desk.getByRole('complementary');
  await expect(panel.getByRole('combobox').first()).toBeFocused();
  await panel.getByText(word('payroll_kind_tiered'), { exact: true }).click();
  await panel.getByRole('textbox', { name: word('payroll_percent') }).first().fill('30');
  await panel.getByRole('button', { name: word('payroll_tier_add'), exact: true }).click();
  await panel.getByRole('textbox', { name: word('payroll_tier_from') }).nth(1).fill('500000');
  await panel.getByRole('textbox', { name: word('payroll_percent') }).nth(1).fill('40');
  await look('payroll-rule');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('payroll_rule_saved'))).toBeVisible();
  const { rules } = await salon.call('get_pay_rules', {});
  expect(rules.find((one) => one.rule.kind === 'tiered')?.rule.tiers).toEqual([
    { from_minor: 0, rate_bp: 3_000 },
    { from_minor: 50_000_000, rate_bp: 4_000 },
  ]);
  await desk.keyboard.press('KeyW');
  await expect(panel.getByRole('heading', { name: word('payroll_what_if') })).toBeVisible();
  await panel.getByRole('textbox').first().fill('50');
  await expect(panel.getByRole('table')).toBeVisible();
  await look('payroll-what-if');
});
