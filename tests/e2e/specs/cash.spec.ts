import type { Page } from '@playwright/test';
import { openedWith, paidInCash, receptionistSignsIn, reportOf, sum, toast } from '../support/cash.ts';
import { cutOff } from '../support/look.ts';
import { expect, goTo, test } from '../support/test.ts';
import { type Language, like, word } from '../support/words.ts';

const pieces = (desk: Page, value: string) =>
  desk.getByRole('textbox', { name: new RegExp(`^${value.replace(/ /g, '\\s')}\\s₸, `) });
const button = (desk: Page, key: string, language: Language = 'ru') =>
  desk.getByRole('button', { name: new RegExp(`^${word(key, {}, language)}`) });
const kind = (desk: Page, name: string) => desk.getByRole('dialog').getByRole('radio', { name: new RegExp(name) });

test('a shift opens with the float counted by notes and coins', async ({ desk, salon, look }) => {
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
  await look('cash-closed');
  await button(desk, 'cash_open').first().click();
  const dialog = desk.getByRole('dialog', { name: word('cash_open_title') });
  await expect(dialog.getByRole('button', { name: word('cash_open_uncounted') })).toBeVisible();
  await pieces(desk, '20 000').fill('1');
  await pieces(desk, '500').fill('4');
  await dialog.getByRole('button', { name: new RegExp(`^${word('cash_count_more', { value: '1 000 ₸' }).replace(/ /g, '\\s')}`) }).click();
  await expect(dialog.locator('.total strong')).toHaveText(sum('23 000 ₸'));
  await look('cash-open-count');
  await dialog.getByRole('button', { name: sum('23 000') }).click();
  await expect(desk.getByText(like('cash_shift_open')).first()).toBeVisible();
  const { cash } = await reportOf(salon);
  expect([cash.opening_minor, cash.expected_minor]).toEqual([2_300_000, 2_300_000]);
  await expect(desk.getByRole('contentinfo').getByText(sum('23 000'))).toBeVisible();
});

test('a shift opens without counting', async ({ desk, salon }) => {
  await goTo(desk, 'cash');
  await button(desk, 'cash_open').first().click();
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_open_uncounted') }).click();
  await expect(desk.getByText(like('cash_opened')).first()).toBeVisible();
  expect((await salon.call('get_shift', {})).shift).not.toBeNull();
});

test('cash goes in and out of the drawer, and a mistake is taken back', async ({ desk, salon, look }) => {
  await openedWith(salon, 2_000_000);
  await paidInCash(salon, 700_000);
  await goTo(desk, 'cash');
  await button(desk, 'cash_in').click();
  await kind(desk, 'Размен').check();
  const amount = desk.getByRole('dialog').getByRole('textbox', { name: word('cash_sum') });
  await amount.fill('5000');
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_in_do') }).click();
  await expect(toast(desk, 'cash_in_done')).toBeVisible();
  await button(desk, 'cash_out').click();
  await kind(desk, 'Инкассация').check();
  await amount.fill('900000');
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_out_do') }).click();
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  await look('cash-out');
  await amount.fill('12000');
  await desk.getByRole('dialog').getByRole('textbox', { name: word('common_note') }).fill('сдано в банк, квитанция 118');
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_out_do') }).click();
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  expect((await reportOf(salon)).cash).toMatchObject({ in_minor: 500_000, out_minor: 1_200_000, expected_minor: 2_000_000 });
  await look('cash-open');
  const row = desk.getByRole('row', { name: /Инкассация/ });
  await row.getByRole('button', { name: word('cash_reverse') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_reverse') }).click();
  await expect(desk.getByText(word('cash_reason_missing'))).toBeVisible();
  await look('cash-take-back');
  await desk.getByRole('dialog').getByRole('button', { name: word('cash_reason_sum') }).click();
  await expect(desk.getByText(word('cash_reversed_done'))).toBeVisible();
  await expect(desk.getByText(word('cash_is_reversed'), { exact: true })).toBeVisible();
  const { cash } = await reportOf(salon);
  expect(cash.expected_minor).toBe(3_200_000);
  expect(cash.movements.map((one) => [one.amount_minor, one.reversed, one.is_reversal])).toEqual([
    [500_000, false, false],
    [-1_200_000, true, false],
    [1_200_000, false, true],
  ]);
});

test('a shift that is short closes with a reason, for good', async ({ desk, salon, look }) => {
  await openedWith(salon, 2_000_000);
  await paidInCash(salon, 700_000);
  await goTo(desk, 'cash');
  await button(desk, 'cash_close').click();
  await expect(desk.getByRole('heading', { name: like('cash_close_title') })).toBeVisible();
  await expect(desk.getByText(word('cash_blind_why'))).toBeVisible();
  await expect(desk.getByRole('main').getByText(sum('27 000'))).toHaveCount(0);
  await expect(desk.getByRole('contentinfo').getByText(sum('27 000'))).toHaveCount(0);
  await look('cash-close');
  const finish = desk.getByRole('button', { name: word('cash_close'), exact: true });
  await finish.click();
  await expect(desk.getByText(word('cash_count_first'))).toBeVisible();
  await pieces(desk, '20 000').fill('1');
  await pieces(desk, '5 000').fill('1');
  await pieces(desk, '500').fill('3');
  await finish.click();
  await expect(desk.getByText(word('cash_differs_text'))).toBeVisible();
  await look('cash-close-differs');
  await desk.getByRole('button', { name: word('cash_recount') }).click();
  await expect(pieces(desk, '20 000')).toBeFocused();
  await expect(pieces(desk, '500')).toHaveValue('3');
  await finish.click();
  await desk.getByRole('button', { name: word('cash_differs_change') }).click();
  await finish.click();
  await expect(desk.getByText(like('cash_closed_short'))).toBeVisible();
  await expect(desk.getByText(word('cash_counted'), { exact: true })).toBeVisible();
  await look('cash-z');
  expect((await salon.call('get_shift', {})).shift).toBeNull();
  expect((await reportOf(salon)).cash).toMatchObject({
    expected_minor: 2_700_000,
    counted_minor: 2_650_000,
    difference_minor: -50_000,
    reason: word('cash_differs_change'),
  });
});

test('what is open is named before the close, and the count stays while it is put right', async ({ desk, salon, look }) => {
  const { today } = await salon.call('get_app_state', {});
  await openedWith(salon, 0);
  const { appointments } = await salon.call('get_day', { day: today });
  expect(appointments.length, 'the demo salon has visits today').toBeGreaterThan(0);
  await goTo(desk, 'cash/close');
  await pieces(desk, '1 000').fill('3');
  const { items } = await salon.call('get_close_checklist', {});
  expect(items.length).toBeGreaterThan(0);
  await look('cash-close-checklist');
  await desk.getByRole('link', { name: word('cash_check_open_fix') }).click();
  await expect(desk).toHaveURL(/visits\?tab=close/);
  await goTo(desk, 'cash/close');
  await expect(pieces(desk, '1 000')).toHaveValue('3');
});

test('the front desk counts without knowing what must be there', async ({ door, salon, look }) => {
  await openedWith(salon, 2_000_000);
  await paidInCash(salon, 700_000);
  await receptionistSignsIn(door, salon);
  await goTo(door, 'cash');
  await expect(door.getByText(word('cash_blind'))).toBeVisible();
  await expect(door.getByText(word('cash_blind_moves'))).toBeVisible();
  await look('cash-blind');
  await expect(door.getByText(sum('27 000'))).toHaveCount(0);
  await button(door, 'cash_close').click();
  await expect(button(door, 'cash_close_uncounted')).toHaveCount(0);
  await door.getByRole('radio', { name: word('cash_count_sum') }).check();
  const whole = door.getByRole('textbox', { name: word('cash_count_whole') });
  await whole.fill('28000');
  await whole.press('Enter');
  const reason = door.getByRole('textbox', { name: word('cash_differs_why') });
  await expect(reason).toBeFocused();
  await expect(door.getByText(sum('1 000 ₸'))).toHaveCount(0);
  await reason.fill('нашли под лотком');
  await reason.press('Enter');
  await expect(door.getByText(like('cash_closed_over'))).toBeVisible();
  expect((await reportOf(salon)).cash).toMatchObject({ expected_minor: 2_700_000, difference_minor: 100_000 });
});

test('a past shift shows its report, and stays as it is', async ({ desk, salon, look }) => {
  await openedWith(salon, 1_000_000);
  await paidInCash(salon, 300_000);
  const pieces = [{ value_minor: 1_000_000, pieces: 1 }, { value_minor: 100_000, pieces: 3 }];
  await salon.call('close_shift', { count: { counted_minor: 1_300_000, pieces }, reason: '' });
  await openedWith(salon, 1_300_000);
  const { shifts } = await salon.call('list_shifts', { limit: 2 });
  await goTo(desk, 'cash');
  await desk.getByRole('row', { name: new RegExp(`^${word('cash_shift_number', { number: shifts[1]?.number ?? 0 })},`) }).click();
  await expect(desk.getByText(word('cash_report_z'))).toBeVisible();
  await expect(desk.getByText(word('cash_balanced'), { exact: true })).toBeVisible();
  await expect(desk.getByText(sum('1 000 ₸ × 3'))).toBeVisible();
  await desk.getByRole('tab', { name: word('cash_extras') }).click();
  await expect(desk.getByText(word('cash_no_tips'))).toBeVisible();
  await look('cash-past');
  await expect(button(desk, 'cash_in')).toHaveCount(0);
});

test('a day with many receipts shows its methods and receipts', async ({ desk, salon, look }) => {
  const { shifts } = await salon.call('list_shifts', { limit: 5 });
  const busy = shifts.find((one) => one.by_method.length > 2);
  expect(busy, 'the demo salon is paid in several ways').toBeDefined();
  await goTo(desk, `cash/${busy?.shift_id ?? ''}`);
  await desk.getByRole('tab', { name: new RegExp(`^${word('cash_shift_receipts')}`) }).click();
  await expect(desk.getByRole('grid', { name: word('cash_shift_receipts') }).getByRole('row').nth(1)).toBeVisible();
  await look('cash-busy');
});

test('a shift opened elsewhere shows at once and is not opened twice', async ({ desk, salon }) => {
  await goTo(desk, 'cash');
  const open = button(desk, 'cash_open').first();
  await expect(open).toBeVisible();
  await salon.call('open_shift', { count: null });
  await expect(salon.call('open_shift', { count: null })).rejects.toThrow(/shift/);
  await expect(desk.getByText(like('cash_shift_open')).first()).toBeVisible();
  await expect(open).toHaveCount(0);
});

for (const language of ['ru', 'uk', 'kk', 'en'] as Language[])
  test(`counting and closing fit in ${language} at 100 and 200 %`, async ({ desk, salon, look }) => {
    const fits = async (what: string) => {
      for (const size of [{ width: 1366, height: 768 }, { width: 683, height: 384 }]) {
        await desk.setViewportSize(size);
        expect(await cutOff(desk), `${what}, ${size.width}`).toEqual([]);
      }
      await desk.setViewportSize({ width: 1366, height: 768 });
    };
    await desk.evaluate((value) => localStorage.setItem('adelante.language', value), language);
    await desk.reload();
    await goTo(desk, 'cash');
    await button(desk, 'cash_open', language).first().click();
    await expect(desk.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
    await fits('opening');
    await look(`cash-open-${language}`);
    await desk.getByRole('dialog').getByRole('button', { name: word('cash_open_uncounted', {}, language) }).click();
    await button(desk, 'cash_out', language).click();
    await expect(desk.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    await fits('cash out');
    await look(`cash-out-${language}`);
    await desk.keyboard.press('Escape');
    await fits('the open shift');
    await look(`cash-shift-${language}`);
    await button(desk, 'cash_close', language).click();
    await desk.getByRole('main').getByRole('textbox').first().fill('1');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByRole('textbox', { name: word('cash_differs_why', {}, language) })).toBeFocused();
    await fits('closing');
    await look(`cash-close-${language}`);
    await goTo(desk, 'settings/till');
    await expect(desk.getByRole('grid').first()).toBeVisible();
    await fits('settings');
    await look(`settings-till-${language}`);
  });
