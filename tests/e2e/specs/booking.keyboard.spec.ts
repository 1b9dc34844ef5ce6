import { countKeys, tabTo } from '../support/keyboard.ts';
import { addDays, alwaysOpen, booked, olga, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('a known client is booked in twelve keys or fewer', async ({ desk, salon }) => {
  const { clients } = await salon.call('search_clients', { text: '701', limit: 50 });
  const client = clients.find((one) => one.visits > 0);
  const digits = client?.phone.replace(/\D/g, '').slice(-4) ?? '';
  await expect(desk.locator('[data-card]').first()).toBeVisible();

  const keys = await countKeys(desk);
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('combobox', { name: word('booking_client') })).toBeFocused();
  await desk.keyboard.type(digits);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('combobox', { name: word('booking_service') })).toBeFocused();
  await desk.keyboard.type('ман');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const pressed = await keys();
  test.info().annotations.push({ type: 'keys', description: String(pressed) });
  expect(pressed).toBeLessThanOrEqual(12);
  const { undo } = await salon.call('list_undo', {});
  expect(undo[0]?.kind).toBe('appointment_booked');
});

test('a visit is found, moved and taken back by keys', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  // The day before it stays on the screen until this one is read.
  await expect(card).toHaveCount(1);
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await desk.keyboard.press('ArrowDown');
  for (let steps = 0; steps < 30 && !(await card.evaluate((node) => node === document.activeElement)); steps++)
    await desk.keyboard.press('ArrowDown');
  await expect(card).toBeFocused();
  await desk.keyboard.press('Alt+ArrowDown');
  await desk.keyboard.press('Alt+ArrowDown');
  await expect(card).toHaveAccessibleName(/^12:10–13:10/);
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await desk.keyboard.press('Alt+ArrowRight');
  await expect(desk.getByRole('group', { name: staff[1]?.name ?? '', exact: true }).locator('[data-card]')).toBeFocused();
  await expect.poll(async () => (await salon.call('get_day', { day })).appointments[0]?.lines[0]?.staff_id).toBe(staff[1]?.staff_id);
  await desk.keyboard.press('Control+KeyZ');
  await expect(desk.getByRole('group', { name: staff[0]?.name ?? '', exact: true }).locator('[data-card]')).toBeVisible();
  await expect.poll(async () => (await salon.call('list_undo', {})).redo.length).toBe(1);
  await expect(desk.getByText(like('shell_undone'))).toBeVisible();
  await expect(card).toHaveAccessibleName(/^12:10–13:10/);
  await desk.keyboard.press('Control+KeyZ');
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await expect.poll(async () => (await salon.call('list_undo', {})).redo.length).toBe(2);
});

test('the client that is new is written down on the way', async ({ desk, salon }) => {
  const { day } = await quietDay(salon);
  await goTo(desk, `calendar?date=${day}`);
  await expect(desk.getByRole('group', { name: word('calendar_grid') })).toBeVisible();
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('combobox', { name: word('booking_client') })).toBeFocused();
  await desk.keyboard.type('Варвара Новикова +7 701 555 01 99');
  const made = desk.getByRole('option', { name: /Варвара/ });
  await expect(made).toBeVisible();
  for (let steps = 0; steps < 8 && (await made.getAttribute('aria-selected')) !== 'true'; steps++)
    await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('combobox', { name: word('booking_service') })).toBeFocused();
  await desk.keyboard.type('стрижка');
  await desk.keyboard.press('Enter');
  await tabTo(desk, desk.getByRole('complementary').getByRole('button', { name: word('booking_save') }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const { clients } = await salon.call('search_clients', { text: '5550199', limit: 2 });
  expect(clients.map(({ name }) => name)).toEqual(['Варвара Новикова']);
});

test('who comes in from the street is booked by two keys', async ({ desk, salon }) => {
  await alwaysOpen(salon);
  await expect(desk.locator('[data-card]').first()).toBeVisible();

  const keys = await countKeys(desk);
  await desk.keyboard.press('Shift+KeyN');
  await expect(desk.getByRole('complementary', { name: word('booking_new') })).toBeVisible();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  expect(await keys()).toBe(2);
  const { undo } = await salon.call('list_undo', {});
  expect(undo[0]?.kind).toBe('appointment_booked');
});

test('one line of the palette is shown in words, opened and saved', async ({ desk, salon, look }) => {
  const client = await olga(salon);
  await alwaysOpen(salon);
  const { today } = await salon.call('get_app_state', {});
  const day = addDays(today, 1);
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  await desk.keyboard.press('Control+KeyK');
  await expect(desk.getByRole('combobox', { name: word('shell_palette') })).toBeFocused();
  await desk.keyboard.type('ольга завтра маникюр');
  const row = desk.getByRole('option').filter({ hasText: word('common_tomorrow') }).first();
  await expect(row).toContainText('Ольга');
  await expect(row).toContainText(/маникюр/i);
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await look('palette-booking');
  await desk.keyboard.press('Enter');
  const panel = desk.getByRole('complementary', { name: word('booking_new') });
  await expect(panel.getByRole('group', { name: /маникюр/i })).toBeVisible();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const { appointments } = await salon.call('get_day', { day });
  expect(appointments.map((one) => one.client)).toContain(client.name);
});

test('a client is found in one line also by a name in another case', async ({ desk, salon }) => {
  const known = await olga(salon);
  const { client } = await salon.call('get_client', { client_id: known.client_id });
  await salon.call('update_client', { client_id: known.client_id, client: { ...client, first_name: 'Злата', last_name: 'Белова' } });
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  await desk.keyboard.press('Control+KeyK');
  // Letters that no key of this keyboard bears come as text, which only a field can take.
  await expect(desk.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await desk.keyboard.type('злату белову завтра 14');
  const rows = desk.getByRole('dialog').getByRole('option');
  await expect(rows.first()).toContainText(/Злата Белова/);
  await expect(rows.filter({ hasText: word('booking_line_new', { name: 'злату белову' }) })).toHaveCount(1);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('complementary')).toContainText('Злата Белова');
});

test('other days and other people are one key away, the first time is taken by Enter', async ({ desk, salon }) => {
  const { staff } = await quietDay(salon);
  const { services } = await salon.call('list_services', { retired: false });
  const params = new URLSearchParams({ new: '1', staff: staff[0]?.staff_id ?? '', services: services[0]?.service_id ?? '' });
  await goTo(desk, `calendar?${params}`);
  const times = desk.getByRole('group', { name: word('booking_windows') });
  await expect(times.getByRole('button', { pressed: true })).toBeVisible();
  const first = times.locator('button[aria-pressed]').filter({ has: desk.locator('b') }).first();
  const near = await first.innerText();
  await desk.keyboard.press('Alt+KeyD');
  await expect(first).not.toHaveText(near);
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await tabTo(desk, desk.getByRole('combobox', { name: word('booking_add_service') }), 'Shift+Tab');
  await desk.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
});
