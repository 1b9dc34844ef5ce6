import { countKeys } from '../support/keyboard.ts';
import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wish, wished } from '../support/waitlist.ts';
import { like, word } from '../support/words.ts';

test('W puts a client on the waitlist from the calendar', async ({ desk, salon }) => {
  const [client] = await regulars(salon, 1);
  const digits = client?.phone.replace(/\D/g, '').slice(-6) ?? '';
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  const keys = await countKeys(desk);
  await desk.keyboard.press('KeyW');
  await expect(desk.getByRole('combobox', { name: word('waitlist_client') })).toBeFocused();
  await desk.keyboard.type(digits);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('combobox', { name: word('waitlist_service') })).toBeFocused();
  await desk.keyboard.type('ман');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('waitlist_added'))).toBeVisible();
  test.info().annotations.push({ type: 'keys', description: String(await keys()) });
  const { entries } = await salon.call('list_waitlist', { closed: false });
  expect(entries.map(({ client_id }) => client_id)).toEqual([client?.client_id]);
  await desk.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await salon.call('list_waitlist', { closed: false })).entries.length).toBe(0);
});

test('a time is held, turned down and booked by keys', async ({ desk, salon }) => {
  const [client] = await regulars(salon, 1);
  const { staff } = await quietDay(salon);
  const staffId = staff[0]?.staff_id ?? '';
  const { entry_id } = await wished(salon, client!, await shortService(salon, staffId), staffId);
  await goTo(desk, 'waitlist');
  const row = desk.getByRole('grid', { name: word('waitlist_list') }).getByRole('row');
  await expect(row).toHaveCount(1);
  const times = desk.getByRole('toolbar', { name: word('waitlist_times') }).getByRole('button');
  await expect(times.first()).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(times.first()).toBeFocused();
  await desk.keyboard.press('ArrowRight');
  await expect(times.nth(1)).toBeFocused();
  await desk.keyboard.press('KeyO');
  await expect(desk.getByText(like('waitlist_held'))).toBeVisible();
  await expect(row).toBeFocused();
  await desk.keyboard.press('KeyD');
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('waiting');
  await expect(desk.getByText(word('waitlist_state_waiting'), { exact: true })).toBeVisible();
  await desk.keyboard.press('Enter');
  // The time that was chosen last is still the chosen one.
  await expect(times.nth(1)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
});

test('a freed hole offers who fits, and one key books', async ({ desk, salon }) => {
  const [waiting, gone] = await regulars(salon, 2);
  const { day, staff } = await quietDay(salon);
  const staffId = staff[0]?.staff_id ?? '';
  const { entry_id } = await wished(salon, waiting!, await shortService(salon, staffId), staffId);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000], client: gone });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(card).toHaveCount(1);
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await desk.keyboard.press('ArrowDown');
  for (let steps = 0; steps < 30 && !(await card.evaluate((node) => node === document.activeElement)); steps++)
    await desk.keyboard.press('ArrowDown');
  await expect(card).toBeFocused();
  await desk.keyboard.press('Delete');
  await expect(desk.getByRole('textbox', { name: word('common_reason') })).toBeFocused();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('option', { name: waiting?.name ?? '' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
  const { appointments } = await salon.call('get_day', { day });
  const now = appointments.find(({ client_id }) => client_id === waiting?.client_id);
  expect([now?.lines[0]?.start_min, now?.lines[0]?.staff_id]).toEqual([720, staffId]);
});
