import { openedWith, paidInCash, reportOf, sum, toast } from '../support/cash.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('a shift is opened by N and one key', async ({ desk, salon }) => {
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('dialog', { name: word('cash_open_title') }).getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(like('cash_opened')).first()).toBeVisible();
  expect((await salon.call('get_shift', {})).shift).not.toBeNull();
});

test('a float is counted down the notes by keys', async ({ desk, salon }) => {
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
  await desk.keyboard.press('KeyN');
  const fields = desk.getByRole('dialog').getByRole('textbox');
  await expect(fields.first()).toBeFocused();
  // 20 000, 10 000, 5 000: two, none, three; then up again, one more.
  await desk.keyboard.type('2');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.type('3');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('+');
  await expect(fields.first()).toHaveValue('3');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(like('cash_opened')).first()).toBeVisible();
  expect((await reportOf(salon)).cash.opening_minor).toBe(7_500_000);
});

test('cash in, cash out and taking back are a few keys each', async ({ desk, salon }) => {
  await openedWith(salon, 2_000_000);
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_report_x'))).toBeVisible();
  await desk.keyboard.press('KeyI');
  await expect(desk.getByRole('dialog').getByRole('radio').first()).toBeFocused();
  await desk.keyboard.press('Digit2');
  const amount = desk.getByRole('dialog').getByRole('textbox', { name: word('cash_sum') });
  await expect(amount).toBeFocused();
  await desk.keyboard.type('5000');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'cash_in_done')).toBeVisible();
  await desk.keyboard.press('KeyO');
  await expect(desk.getByRole('dialog').getByRole('radio').first()).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('cash_kind_missing'))).toBeVisible();
  await desk.keyboard.press('Digit1');
  await expect(amount).toBeFocused();
  await desk.keyboard.type('3000');
  await desk.keyboard.press('Enter');
  await expect(toast(desk, 'cash_out_done')).toBeVisible();
  expect((await reportOf(salon)).cash.expected_minor).toBe(2_200_000);
  await desk.keyboard.press('ArrowDown');
  await expect(desk.getByRole('row', { name: /Размен/ })).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('KeyR');
  await expect(desk.getByRole('dialog').getByRole('textbox', { name: word('cash_reverse_why') })).toBeFocused();
  await desk.keyboard.type('oshibka');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('cash_reversed_done'))).toBeVisible();
  await expect(desk.getByRole('row', { name: /Инкассация/ }).first()).toBeFocused();
  expect((await reportOf(salon)).cash).toMatchObject({ expected_minor: 2_500_000, out_minor: 0 });
});

test('the shift is counted and closed by keys, short with a reason', async ({ desk, salon }) => {
  await openedWith(salon, 2_000_000);
  await paidInCash(salon, 700_000);
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_report_x'))).toBeVisible();
  await desk.keyboard.press('KeyC');
  await expect(desk.getByRole('heading', { name: like('cash_close_title') })).toBeVisible();
  await expect(desk.getByRole('main').getByRole('textbox').first()).toBeFocused();
  await desk.keyboard.type('1');
  await desk.keyboard.press('Control+Enter');
  const reason = desk.getByRole('textbox', { name: word('cash_differs_why') });
  await expect(reason).toBeFocused();
  await desk.keyboard.type('ne hvataet');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(like('cash_closed_short'))).toBeVisible();
  await expect(desk.getByText(sum('20 000')).first()).toBeVisible();
  expect((await reportOf(salon)).cash).toMatchObject({ difference_minor: -700_000, reason: 'ne hvataet' });
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
});

test('leaving the close and coming back loses nothing', async ({ desk, salon }) => {
  await openedWith(salon, 0);
  await goTo(desk, 'cash');
  await expect(desk.getByText(word('cash_report_x'))).toBeVisible();
  await desk.keyboard.press('KeyC');
  const first = desk.getByRole('main').getByRole('textbox').first();
  await expect(first).toBeFocused();
  await desk.keyboard.type('12');
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(word('cash_report_x'))).toBeVisible();
  await desk.keyboard.press('KeyC');
  await expect(first).toBeFocused();
  await expect(first).toHaveValue('12');
});

test('a past shift is opened by keys', async ({ desk, salon }) => {
  await openedWith(salon, 1_000_000);
  await salon.call('close_shift', { count: { counted_minor: 1_000_000, pieces: [] }, reason: '' });
  await goTo(desk, 'cash');
  await tabTo(desk, desk.getByRole('grid', { name: word('cash_shifts') }).getByRole('row').nth(1));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('cash_report_z'))).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByText(word('cash_no_shift'))).toBeVisible();
});
