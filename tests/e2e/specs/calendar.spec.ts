import type { Locator, Page } from '@playwright/test';
import { mondayOf, sharedDay } from '../support/calendar.ts';
import { walkTo } from '../support/frontdesk.ts';
import { addDays, booked, clientOf } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('the day of the salon, as columns and as a list', async ({ desk, look }) => {
  await expect(desk.getByRole('group', { name: word('calendar_grid') })).toBeVisible();
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  await look('calendar-day');
  await desk.getByText(word('calendar_view_list'), { exact: true }).click();
  await expect(desk.getByRole('grid', { name: word('calendar_list_of_day') })).toBeVisible();
  await look('calendar-list');
});

test('a click on free time books there', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  await goTo(desk, `calendar?date=${day}`);
  const column = desk.getByRole('group', { name: staff[0]?.name ?? '', exact: true });
  await expect(column).toBeVisible();
  const box = await column.boundingBox();
  if (!box) throw new Error('the column is on the screen');
  await desk.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const panel = desk.getByRole('complementary', { name: word('booking_new') });
  await expect(panel).toBeVisible();
  await desk.getByRole('combobox', { name: word('booking_client') }).fill('а');
  await desk.getByRole('listbox', { name: word('booking_client') }).getByRole('option').first().click();
  await desk.getByRole('combobox', { name: word('booking_service') }).fill('маникюр');
  await desk.getByRole('listbox', { name: word('booking_service') }).getByRole('option').first().click();
  await look('booking-panel');
  await panel.getByRole('button', { name: word('booking_save') }).click();
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  await expect(desk.locator('[data-card]')).toHaveCount(1);
});

test('a booking without client and service says what is missing', async ({ desk, look }) => {
  await desk.getByRole('button', { name: word('calendar_new') }).click();
  const panel = desk.getByRole('complementary', { name: word('booking_new') });
  await panel.getByRole('button', { name: word('booking_save') }).click();
  await expect(desk.getByText(word('booking_client_missing'))).toBeVisible();
  await expect(desk.getByText(word('booking_service_missing'))).toBeVisible();
  await expect(desk.getByRole('combobox', { name: word('booking_client') })).toBeFocused();
  await look('booking-errors');
});

test('a visit is dragged to a free hour and undo brings it back', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await drag(desk, 1, 120);
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await expect(card).toHaveAccessibleName(/^14:00–15:00/);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  expect((await salon.call('get_day', { day })).appointments[0]?.lines[0]?.start_min).toBe(720);
});

test('a visit dragged over another is refused with the reason and stays', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await booked(salon, { day, staff: staff[0], at: 840, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  await drag(desk, 2, 120);
  const refusal = desk.getByText(like('calendar_not_moved'));
  await expect(desk.getByRole('button', { name: word('calendar_move_anyway') })).toBeVisible();
  await look('calendar-refused');
  await expect(desk.locator('[data-card]').first()).toHaveAccessibleName(/^12:00–13:00/);
  await desk.getByRole('button', { name: word('calendar_move_anyway') }).click();
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await expect(refusal).toHaveCount(0);
});

test('a visit is dragged to another day of a week', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  const monday = mondayOf(day);
  await booked(salon, { day: monday, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${monday}&view=week&who=${staff[0]?.staff_id ?? ''}`);
  const card = desk.locator('[data-card]');
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  const box = await boxOf(card);
  await pull(desk, middle(box), { x: middle(box).x + 2 * (box.width + 6), y: middle(box).y });
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  const there = async () => (await salon.call('get_day', { day: addDays(monday, 2) })).appointments.length;
  await expect.poll(there).toBe(1);
  await look('calendar-week');
});

test('the lower edge of a visit is pulled', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  const box = await boxOf(card);
  const edge = { x: box.x + box.width / 2, y: box.y + box.height - 3 };
  await pull(desk, edge, { x: edge.x, y: edge.y + (box.height + 2) / 2 });
  await expect(card).toHaveAccessibleName(/^12:00–13:30/);
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
});

test('a visit is dragged onto the shelf and from it to another date', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  const shelf = desk.getByRole('region', { name: word('calendar_shelf') });
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  const from = middle(await boxOf(card));
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(from.x, from.y + 20, { steps: 4 });
  await expect(shelf).toBeVisible();
  const drop = middle(await boxOf(shelf));
  await desk.mouse.move(drop.x, drop.y, { steps: 8 });
  await desk.mouse.up();
  await expect(shelf.getByText(word('calendar_shelf_hint'))).toBeVisible();
  await look('calendar-shelf');
  await desk.getByRole('button', { name: word('calendar_next') }).click();
  await expect(card).toHaveCount(0);
  const column = await boxOf(desk.getByRole('group', { name: staff[1]?.name ?? '', exact: true }));
  await pull(desk, middle(await boxOf(shelf.getByRole('button').first())), {
    x: column.x + column.width / 2,
    y: column.y + column.height / 3,
  });
  await expect(card).toHaveCount(1);
  await expect(shelf).toHaveCount(0);
  const next = (await salon.call('get_day', { day: addDays(day, 1) })).appointments;
  expect(next[0]?.lines[0]?.staff_id).toBe(staff[1]?.staff_id);
});

test('a move of a visit of a series asks how much of it moves', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  const staff_id = staff[0]?.staff_id ?? '';
  const [service] = (await salon.call('list_services', { retired: false })).services;
  const client = await clientOf(salon, 'а');
  const line = { staff_id, start_min: null, duration_min: 60, price_minor: null, line_id: null };
  const later = addDays(day, 7);
  await salon.call('book_series', {
    booking: {
      client_id: client.client_id,
      new_client: null,
      day,
      start_min: 720,
      lines: [{ ...line, service_id: service?.service_id ?? '' }],
      note: '',
      source: '',
      override_conflicts: false,
      group_id: null,
      waitlist_entry_id: null,
    },
    dates: [day, later].map((date) => ({ day: date, start_min: 720 })),
  });
  const starts = () =>
    Promise.all(
      [day, later].map(async (date) => {
        const { appointments } = await salon.call('get_day', { day: date });
        return appointments.find((one) => one.series_id !== null)?.lines[0]?.start_min;
      }),
    );
  await goTo(desk, `calendar?date=${day}`);
  const dialog = desk.getByRole('dialog');
  await drag(desk, 1, 60);
  await look('calendar-series');
  await desk.keyboard.press('Escape');
  await expect(desk.locator('[data-card]')).toHaveAccessibleName(/^12:00–13:00/);
  await drag(desk, 1, 60);
  await dialog.getByRole('button', { name: word('calendar_series_all') }).click();
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  await expect.poll(starts).toEqual([780, 780]);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect.poll(starts).toEqual([720, 720]);

  // So does a longer one, by key.
  const lengths = () =>
    Promise.all(
      [day, later].map(async (date) => {
        const { appointments } = await salon.call('get_day', { day: date });
        return appointments.find((one) => one.series_id !== null)?.lines[0]?.duration_min;
      }),
    );
  await walkTo(desk, desk.locator('[data-card]'));
  await desk.keyboard.press('Alt+Shift+ArrowDown');
  await dialog.getByRole('button', { name: word('calendar_series_all') }).click();
  await expect.poll(lengths).toEqual([65, 65]);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect.poll(lengths).toEqual([60, 60]);
});

test('the second mouse button offers to block time and to cancel', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(card).toBeVisible();
  await card.click({ button: 'right' });
  const dialog = desk.getByRole('dialog');
  await look('calendar-menu');
  await dialog.getByRole('button', { name: word('calendar_menu_cancel') }).click();
  await dialog.getByRole('button', { name: word('booking_reason_ill') }).click();
  await dialog.getByRole('button', { name: word('calendar_cancel') }).click();
  await expect(desk.getByText(word('calendar_cancelled'))).toBeVisible();
  await expect(desk.locator('[data-hole]')).toBeVisible();
  await look('calendar-hole');
  const column = desk.getByRole('group', { name: staff[1]?.name ?? '', exact: true });
  const { width } = await boxOf(column);
  await column.click({ button: 'right', position: { x: width / 2, y: 20 } });
  await dialog.getByRole('button', { name: word('calendar_menu_block') }).click();
  await dialog.getByRole('button', { name: word('calendar_block') }).click();
  await expect(desk.getByText(word('calendar_blocked'))).toBeVisible();
  await expect.poll(async () => (await salon.call('get_day', { day })).off.length).toBe(1);
  await look('calendar-blocked');
});

test('rooms, the week of all and the month are shown', async ({ desk, salon, look }) => {
  const { resource_id } = await salon.call('save_resource', { resource_id: null, name: 'Кабинет 1', units: 1 });
  const { day, staff } = await sharedDay(salon);
  const { services } = await salon.call('list_services', { retired: false });
  const [first] = services;
  if (!first) throw new Error('a demo salon has services');
  const service = { ...first.service, resources: [{ resource_id, part: 'whole' as const }] };
  await salon.call('update_service', { service_id: first.service_id, service });
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}&who=rooms`);
  await expect(desk.getByRole('group', { name: 'Кабинет 1', exact: true }).locator('[data-card]')).toHaveCount(1);
  await look('calendar-rooms');
  const view = (name: string) => desk.getByText(word(name), { exact: true }).click();
  await view('calendar_view_week');
  const team = desk.getByRole('group', { name: word('calendar_grid_team') });
  await expect(team.locator('[data-card]')).toHaveCount(1);
  await look('calendar-team');
  const from = middle(await boxOf(team.locator('[data-card]')));
  const cell = await boxOf(team.locator('[data-slot]').first());
  await pull(desk, from, { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 });
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  const monday = async () => (await salon.call('get_day', { day: mondayOf(day) })).appointments.length;
  await expect.poll(monday).toBe(1);
  await view('calendar_view_month');
  const date = desk.locator(`[data-cell="${mondayOf(day)}"]`);
  await expect(date).toBeVisible();
  await look('calendar-month');
  await date.click();
  await expect(desk.getByRole('group', { name: word('calendar_grid') })).toBeVisible();
  await expect(desk.locator('[data-card]')).toHaveCount(1);
});

test('waiting, clean-up, a group and a held time are told from visits', async ({ desk, salon, look }) => {
  const { day, staff } = await sharedDay(salon);
  const staff_id = staff[0]?.staff_id ?? '';
  const { services } = await salon.call('list_services', { retired: false });
  const [dye, yoga] = services;
  if (!dye || !yoga) throw new Error('a demo salon has services');
  const blocks = { duration_min: 60, processing_min: 30, finishing_min: 15, transition_min: 15 };
  await salon.call('update_service', { service_id: dye.service_id, service: { ...dye.service, ...blocks } });
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const group = { group_id: null, service_id: yoga.service_id, staff_id, day, start_min: 900 };
  const { group_id } = await salon.call('save_group_event', {
    ...group,
    duration_min: 90,
    places: 6,
    title: 'Макияж для себя',
    override_conflicts: false,
  });
  const wish = { service_id: yoga.service_id, staff_id, from_day: day, to_day: day, part: 'any' as const, note: '' };
  const { entry_id } = await salon.call('add_to_waitlist', {
    client_id: (await clientOf(salon, 'а')).client_id,
    new_client: null,
    entry: wish,
  });
  await salon.call('offer_slot', { entry_id, staff_id, day, start_min: 1020 });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(desk.getByRole('button', { name: like('calendar_hold_name') })).toBeVisible();
  await expect(card).toHaveAccessibleName(/12:15–12:45/);
  const shown = desk.getByRole('button', { name: /Макияж для себя/ });
  await expect(shown).toHaveAccessibleName(/0 .* 6/);
  await look('calendar-blocks');
  await shown.click();
  await expect(desk.getByRole('complementary')).toBeVisible();
  await desk.getByRole('combobox', { name: word('booking_client') }).fill('а');
  await desk.getByRole('listbox', { name: word('booking_client') }).getByRole('option').first().click();
  await desk.getByRole('complementary').getByRole('button', { name: word('booking_save') }).click();
  await expect(shown).toHaveAccessibleName(/1 .* 6/);
  const day_ = await salon.call('get_day', { day });
  expect(day_.appointments.filter((visit) => visit.group_id === group_id)).toHaveLength(1);
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(node: Locator): Promise<Box> {
  await expect(node).toBeVisible();
  const box = await node.boundingBox();
  if (!box) throw new Error(`${node.toString()} is not on the screen`);
  return box;
}

function middle(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses at one point and lets go at another. */
async function pull(desk: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(to.x, to.y, { steps: 12 });
  await desk.mouse.up();
}

/** Drags the first of a day's visits down by minutes of the day, once the day is there. */
async function drag(desk: Page, visits: number, minutes: number): Promise<void> {
  await expect(desk.locator('[data-card]')).toHaveCount(visits);
  const card = desk.locator('[data-card]').first();
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await card.scrollIntoViewIfNeeded();
  const box = await boxOf(card);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
  // A card of an hour is as high as an hour, less a gap of two pixels.
  await pull(desk, from, { x: from.x, y: from.y + (minutes / 60) * (box.height + 2) });
}
