import type { Locator, Page } from '@playwright/test';
import { mondayOf, sharedDay } from '../support/calendar.ts';
import { tabTo } from '../support/keyboard.ts';
import { addDays, booked } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wish, wished } from '../support/waitlist.ts';
import { word } from '../support/words.ts';

const LONGEST_WALK = 40;

/** Walks down from the bar until the element has the focus; free time is there only while it has it. */
async function walkTo(desk: Page, wanted: Locator, key = 'ArrowDown'): Promise<void> {
  await expect(desk.locator('[aria-busy]')).toHaveCount(0);
  for (let steps = 0; steps < LONGEST_WALK; steps++) {
    const [node] = await wanted.elementHandles();
    if (await node?.evaluate((one) => one === document.activeElement)) return;
    await desk.keyboard.press(key);
  }
  throw new Error(`the key ${key} does not reach ${wanted.toString()}`);
}

test('a visit is made longer and shorter by keys', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await walkTo(desk, card);
  await desk.keyboard.press('Alt+Shift+ArrowDown');
  await desk.keyboard.press('Alt+Shift+ArrowDown');
  await desk.keyboard.press('Alt+Shift+ArrowUp');
  await expect(card).toHaveAccessibleName(/^12:00–13:05/);
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await expect.poll(async () => (await salon.call('get_day', { day })).appointments[0]?.lines[0]?.duration_min).toBe(65);
});

test('a visit is carried to another week on the shelf and taken back', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await walkTo(desk, card);
  await desk.keyboard.press('KeyX');
  const shelf = desk.getByRole('region', { name: word('calendar_shelf') });
  await expect(shelf).toBeVisible();
  for (let days = 0; days < 7; days++) await desk.keyboard.press('PageDown');
  const later = addDays(day, 7);
  await expect(card).toHaveCount(0);
  const ten = desk.getByRole('button', { name: new RegExp(`^10:00, ${staff[1]?.name ?? ''}`) });
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Home');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await expect(ten).toBeFocused();
  await desk.keyboard.press('KeyV');
  await expect(card).toHaveAccessibleName(/^10:00–11:00/);
  await expect(card).toBeFocused();
  await expect(shelf).toHaveCount(0);
  const line = async () => (await salon.call('get_day', { day: later })).appointments[0]?.lines[0];
  await expect.poll(async () => (await line())?.staff_id).toBe(staff[1]?.staff_id);
  await desk.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await salon.call('get_day', { day })).appointments.length).toBe(1);
});

test('a visit goes to the next day of the week of one, and the shelf is emptied by Escape', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const monday = mondayOf(day);
  await booked(salon, { day: monday, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${monday}&view=week&who=${staff[0]?.staff_id ?? ''}`);
  const card = desk.locator('[data-card]');
  await walkTo(desk, card);
  await desk.keyboard.press('Alt+ArrowRight');
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await expect(card).toBeFocused();
  await expect
    .poll(async () => (await salon.call('get_day', { day: addDays(monday, 1) })).appointments.length)
    .toBe(1);
  await desk.keyboard.press('KeyX');
  await expect(desk.getByRole('region', { name: word('calendar_shelf') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('region', { name: word('calendar_shelf') })).toHaveCount(0);
});

test('time is blocked, changed and freed by keys', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  await goTo(desk, `calendar?date=${day}&who=${staff[0]?.staff_id ?? ''}`);
  await walkTo(desk, desk.getByRole('button', { name: new RegExp(`^09:30, ${staff[0]?.name ?? ''}`) }));
  await desk.keyboard.press('KeyB');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: word('calendar_block_length') })).toBeFocused();
  await look('calendar-block');
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('приёмка товара');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('calendar_blocked'))).toBeVisible();
  const off = async () => (await salon.call('get_day', { day })).off;
  await expect.poll(off).toMatchObject([{ start_min: 570, end_min: 630, kind: 'blocked', note: 'приёмка товара' }]);
  const block = desk.getByRole('button', { name: /приёмка товара/ });
  await walkTo(desk, block);
  await desk.keyboard.press('Enter');
  await tabTo(desk, dialog.getByRole('button', { name: word('common_remove') }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('calendar_off_removed'))).toBeVisible();
  await expect(block).toHaveCount(0);
  expect(await off()).toEqual([]);
});

test('a visit is cancelled with a reason by keys', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  await walkTo(desk, desk.locator('[data-card]'));
  await desk.keyboard.press('Delete');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: word('common_reason') })).toBeFocused();
  await look('calendar-cancel');
  await desk.keyboard.type('заболела');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('calendar_cancelled'))).toBeVisible();
  const visit = await salon.call('get_appointment', { appointment_id: id });
  expect([visit.status, visit.status_reason]).toEqual(['cancelled', 'заболела']);
  await expect(desk.locator('[data-hole]')).toBeVisible();
});

test('A, S and C say how far a visit has come, and Ctrl+Z takes it back', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const other = await booked(salon, { day, staff: staff[1], at: 720, prices: [500_000] });
  const status = async (of: string) => (await salon.call('get_appointment', { appointment_id: of })).status;
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator(`[data-card^="${id}"]`);
  await walkTo(desk, card);
  for (const [key, wanted] of [['KeyA', 'arrived'], ['KeyS', 'in_progress'], ['KeyC', 'completed']] as const) {
    await desk.keyboard.press(key);
    await expect.poll(() => status(id)).toBe(wanted);
    await expect(card).toHaveAccessibleName(new RegExp(word(`common_status_${wanted}`), 'i'));
    await expect(card).toBeFocused();
  }
  await desk.keyboard.press('Control+KeyZ');
  await expect.poll(() => status(id)).toBe('in_progress');
  expect(await status(other)).toBe('booked');
  // On free time they mean nothing.
  await desk.keyboard.press('ArrowDown');
  await expect(card).not.toBeFocused();
  await desk.keyboard.press('KeyC', { delay: 100 });
  await desk.keyboard.press('KeyN');
  await expect(desk.getByRole('complementary')).toBeVisible();
  expect([await status(id), await status(other)]).toEqual(['in_progress', 'booked']);
});

test('the menu of a visit is opened and used by its keys', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await walkTo(desk, card);
  await desk.keyboard.press('Shift+F10');
  const menu = desk.getByRole('dialog');
  await expect(menu.getByRole('button', { name: word('calendar_mark_arrived') })).toBeVisible();
  await look('calendar-menu-visit');
  await desk.keyboard.press('KeyS');
  await expect.poll(async () => (await salon.call('get_appointment', { appointment_id: id })).status).toBe('in_progress');
  await expect(menu).toHaveCount(0);
  await expect(card).toBeFocused();
  await desk.keyboard.press('Shift+F10');
  await expect(menu.getByRole('button', { name: word('calendar_mark_completed') })).toBeVisible();
  await expect(menu.getByRole('button', { name: word('calendar_mark_arrived') })).toHaveCount(0);
});

for (const view of ['who=rooms', 'view=week'])
  test(`the time of a cancelled visit is offered to the waitlist: ${view}`, async ({ desk, salon, look }) => {
    const { resource_id } = await salon.call('save_resource', { resource_id: null, name: 'Кабинет 1', units: 1 });
    const { day, staff } = await sharedDay(salon);
    const staffId = staff[0]?.staff_id ?? '';
    const [first] = (await salon.call('list_services', { retired: false })).services;
    if (!first) throw new Error('a demo salon has services');
    const service = { ...first.service, resources: [{ resource_id, part: 'whole' as const }] };
    await salon.call('update_service', { service_id: first.service_id, service });
    const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
    const [waiting] = await regulars(salon, 1);
    const { entry_id } = await wished(salon, waiting!, await shortService(salon, staffId), staffId);
    await goTo(desk, 'clients');
    await expect(desk.getByRole('heading', { level: 1, name: word('shell_clients') })).toBeVisible();
    await goTo(desk, `calendar?date=${day}&${view}&seen=${id}`);
    await expect(desk.locator('[data-card]').first()).toBeFocused();
    // Nobody waits for the field: the first letters go with the key that opens it.
    await desk.keyboard.press('Delete');
    await desk.keyboard.type('sick');
    await expect(desk.getByRole('textbox', { name: word('common_reason') })).toHaveValue('sick');
    await desk.keyboard.press('Enter');
    await expect(desk.locator('[data-hole] [role=option]').first()).toBeFocused();
    await look(`calendar-hole-${view.split('=')[1] ?? ''}`);
    await desk.keyboard.press('Enter');
    await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
  });

test('every view is reached and walked by keys', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await walkTo(desk, card);
  await desk.keyboard.press('Digit3');
  await expect(desk.getByRole('group', { name: word('calendar_grid_week') })).toBeVisible();
  await walkTo(desk, card, 'ArrowRight');
  await desk.keyboard.press('Digit4');
  await expect(desk.getByRole('group', { name: word('calendar_grid_team') })).toBeVisible();
  await desk.keyboard.press('Digit5');
  const month = desk.getByRole('grid');
  await tabTo(desk, month.locator('[tabindex="0"]'));
  await desk.keyboard.press('ArrowLeft');
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('group', { name: word('calendar_grid') })).toBeVisible();
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await desk.keyboard.press('Digit6');
  const list = desk.getByRole('grid', { name: word('calendar_list_of_day') });
  await tabTo(desk, list.getByRole('row').nth(1));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('complementary')).toBeVisible();
});

test('an unfinished booking goes to the time that is chosen next', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await goTo(desk, `calendar?date=${day}&who=${staff[0]?.staff_id ?? ''}`);
  const cell = (time: string) => desk.getByRole('button', { name: new RegExp(`^${time}, ${staff[0]?.name ?? ''}`) });
  await walkTo(desk, cell('09:30'));
  await desk.keyboard.press('Enter');
  const client = desk.getByRole('combobox', { name: word('booking_client') });
  await expect(client).toBeFocused();
  await desk.keyboard.type('Марфа');
  await tabTo(desk, cell('09:30'), 'Shift+Tab');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await expect(cell('10:30')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(client).toHaveValue('Марфа');
  await expect(desk).toHaveURL(/at=630/);
});
