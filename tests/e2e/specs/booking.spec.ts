import type { Page } from '@playwright/test';
import type { ClientRow, Service } from '../../../ui/src/api/generated/wire.ts';
import { addDays, booked, olga, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

/** The panel of a new visit. */
const panelOf = (desk: Page) => desk.getByRole('complementary', { name: word('booking_new') });

/** The first service of the price list; both people of the quiet day do it. */
async function aService(salon: Salon): Promise<Service> {
  const { services } = await salon.call('list_services', { retired: false });
  const [service] = services;
  if (!service) throw new Error('a demo salon has services');
  return service;
}

/** Opens a new visit of a known client with one service, at a time and with a person if given. */
async function begin(desk: Page, client: ClientRow, service: Service, place: { day: string; staffId?: string; at?: number }) {
  const params = new URLSearchParams({ new: '1', date: place.day, client: client.client_id, services: service.service_id });
  if (place.staffId) params.set('staff', place.staffId);
  if (place.at !== undefined) params.set('at', String(place.at));
  await goTo(desk, `calendar?${params}`);
  await expect(panelOf(desk).getByRole('group', { name: service.service.name, exact: true })).toBeVisible();
}

/** The words that any reason begins with. */
function reasons(): RegExp {
  const keys = ['soonest', 'no_hole', 'fills_gap', 'usual_time', 'usual_staff'];
  return new RegExp(keys.map((key) => word(`booking_why_${key}`).split('{')[0]?.trim()).join('|'));
}

const save = (desk: Page) => panelOf(desk).getByRole('button', { name: word('booking_save') }).click();

test('free times say why they are proposed, and a press takes one', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  await begin(desk, await olga(salon), service, { day, staffId: staff[0]?.staff_id });
  const times = desk.getByRole('group', { name: word('booking_windows') });
  const first = times.getByRole('button', { pressed: true });
  await expect(first).toHaveCount(1);
  await expect(first).toContainText(reasons());
  await look('booking-windows');
  const other = times.locator('button[aria-pressed=false]').nth(1);
  const time = (await other.locator('b').innerText()).trim().split(' ').at(-1) ?? '';
  await other.click();
  await expect(panelOf(desk).getByRole('textbox', { name: word('common_time') })).toHaveValue(time);
  await save(desk);
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
});

test('what stands in the way is said; another time is taken, or it is booked anyway and says so', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const client = await olga(salon);
  await begin(desk, client, service, { day, staffId: staff[0]?.staff_id, at: 720 });
  const panel = panelOf(desk);
  const clash = panel.getByRole('alert').filter({ hasText: '12:00–13:00' });
  await expect(clash).toContainText(staff[0]?.name ?? '');
  await save(desk);
  const others = panel.getByRole('group', { name: word('booking_alternatives') });
  await expect(others.getByRole('button').first()).toBeFocused();
  await look('booking-clash');
  expect((await salon.call('get_day', { day })).appointments).toHaveLength(1);
  await others.getByRole('button').first().click();
  await expect(clash).toHaveCount(0);
  await panel.getByRole('textbox', { name: word('common_time') }).fill('12:00');
  await panel.getByRole('textbox', { name: word('common_time') }).press('Tab');
  await expect(clash).toBeVisible();
  await panel.getByText(word('booking_anyway')).click();
  await save(desk);
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const view = await salon.call('get_day', { day });
  const mine = view.appointments.find((one) => one.client_id === client.client_id);
  expect(mine?.conflicts).toContain('staff_busy');
  await goTo(desk, `calendar?date=${day}&visit=${mine?.appointment_id}`);
  await expect(desk.getByText(like('booking_in_spite'))).toContainText(word('booking_kind_staff_busy'));
  await look('booking-overridden');
});

test('two services at once, each with another person', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  const { services } = await salon.call('list_services', { retired: false });
  const second = services[1] as Service;
  await begin(desk, await olga(salon), service, { day, staffId: staff[0]?.staff_id });
  const panel = panelOf(desk);
  await panel.getByRole('combobox', { name: word('booking_add_service') }).fill(second.service.name);
  await panel.getByRole('listbox').getByRole('option').first().click();
  const line = panel.getByRole('group', { name: second.service.name, exact: true });
  await line.getByLabel(word('booking_staff')).selectOption({ label: staff[1]?.name ?? '' });
  await line.getByRole('button', { name: word('booking_together') }).click();
  await expect(desk.getByRole('group', { name: word('booking_windows') }).getByRole('button', { pressed: true })).toBeVisible();
  await save(desk);
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const { undo } = await salon.call('list_undo', {});
  expect(undo[0]?.kind).toBe('appointment_booked');
  const { appointments } = await salon.call('get_day', { day });
  const lines = appointments[0]?.lines ?? [];
  expect(new Set(lines.map((one) => one.start_min)).size).toBe(1);
  expect(lines.map((one) => one.staff_id).sort()).toEqual(staff.map((one) => one.staff_id).sort());
});

test('a length is remembered for the client and proposed the next time', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  const client = await olga(salon);
  await begin(desk, client, service, { day, staffId: staff[0]?.staff_id });
  const line = panelOf(desk).getByRole('group', { name: service.service.name, exact: true });
  await line.getByLabel(word('booking_minutes')).fill(String(service.service.duration_min + 25));
  await line.getByRole('button', { name: word('booking_remember') }).click();
  await expect(desk.getByText(word('booking_remembered')).first()).toBeVisible();
  const place = { client_id: client.client_id, service_id: service.service_id, staff_id: staff[0]?.staff_id ?? '' };
  expect(await salon.call('suggest_line', place)).toMatchObject({
    duration_min: service.service.duration_min + 25,
    duration_from: 'client',
  });
  await expect(line.getByText(like('booking_from_minutes'))).toBeVisible();
});

test('a series is looked over date by date before it is saved, and cancelled with all that follow', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  const client = await olga(salon);
  await booked(salon, { day: addDays(day, 7), staff: staff[0], at: 720, prices: [500_000] });
  await begin(desk, client, service, { day, staffId: staff[0]?.staff_id, at: 720 });
  const panel = panelOf(desk);
  await panel.getByRole('button', { name: word('booking_instead') }).click();
  await desk.getByRole('menuitem', { name: word('booking_repeat') }).click();
  const series = panel.getByRole('region', { name: word('booking_repeat') });
  await series.getByLabel(word('booking_series_every')).fill('1');
  await series.getByLabel(word('booking_series_count')).fill('4');
  await expect(series.getByRole('listitem')).toHaveCount(4);
  await expect(series.getByRole('listitem').nth(1)).toContainText('12:00–13:00');
  await series.getByRole('listitem').nth(2).getByRole('combobox').selectOption({ label: word('booking_series_skip') });
  await expect(series.getByText(word('booking_series_sum', { chosen: 3, all: 4 }))).toBeVisible();
  await look('booking-series');
  await save(desk);
  await expect(desk.getByText(like('booking_series_booked'))).toBeVisible();
  const dates = async () => {
    const visits = await Promise.all([0, 7, 14, 21].map((days) => salon.call('get_day', { day: addDays(day, days) })));
    return visits.map((view) => view.appointments.filter((one) => one.client_id === client.client_id && one.status !== 'cancelled').length);
  };
  expect(await dates()).toEqual([1, 1, 0, 1]);
  const first = (await salon.call('get_day', { day })).appointments.find((one) => one.client_id === client.client_id);
  await goTo(desk, `calendar?date=${day}&visit=${first?.appointment_id}`);
  await expect(desk.getByText(like('booking_following'))).toBeVisible();

  // A change asks how much of the series it is for.
  const minutes = async () => {
    const visits = await Promise.all([0, 7, 21].map((days) => salon.call('get_day', { day: addDays(day, days) })));
    return visits.map((view) => view.appointments.find((one) => one.client_id === client.client_id)?.lines[0]?.duration_min);
  };
  const before = service.service.duration_min;
  const many = desk.getByRole('dialog');
  const visit = desk.getByRole('complementary', { name: word('booking_visit'), exact: true });
  await visit.getByLabel(word('booking_minutes')).fill(String(before + 10));
  await desk.keyboard.press('Control+Enter');
  await expect(many.getByRole('button', { name: word('calendar_series_one') })).toBeFocused();
  await look('booking-series-change');
  await desk.keyboard.press('Escape');
  await expect(many).toHaveCount(0);
  expect(await minutes()).toEqual([before, before, before]);
  await desk.keyboard.press('Control+Enter');
  await many.getByRole('button', { name: word('calendar_series_all') }).click();
  await expect(desk.getByText(word('booking_changed'))).toBeVisible();
  await expect.poll(minutes).toEqual([before + 10, before + 10, before + 10]);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect.poll(minutes).toEqual([before, before, before]);
  await goTo(desk, `calendar?date=${day}&visit=${first?.appointment_id}`);
  await visit.getByLabel(word('booking_minutes')).fill(String(before + 5));
  await desk.keyboard.press('Control+Enter');
  await desk.keyboard.press('Enter');
  await expect.poll(minutes).toEqual([before + 5, before, before]);

  await goTo(desk, `calendar?date=${day}&visit=${first?.appointment_id}`);
  await desk.getByRole('button', { name: word('common_status_cancelled') }).click();
  await desk.getByText(like('booking_cancel_following')).click();
  await desk.getByRole('button', { name: word('booking_cancel_do'), exact: true }).click();
  await expect.poll(dates).toEqual([0, 0, 0, 0]);
});

test('a group appointment is made and takes a client', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  const client = await olga(salon);
  await goTo(desk, `calendar?new=1&date=${day}&services=${service.service_id}&staff=${staff[0]?.staff_id}&at=840`);
  await desk.getByRole('button', { name: word('booking_instead') }).click();
  await desk.getByRole('menuitem', { name: word('booking_group_new') }).click();
  const panel = desk.getByRole('complementary', { name: word('booking_group_title') });
  await panel.getByLabel(word('booking_group_places')).fill('5');
  await look('booking-group');
  await panel.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('booking_group_saved'))).toBeVisible();
  const [group] = (await salon.call('get_day', { day })).groups;
  expect(group).toMatchObject({ places: 5, taken: 0, start_min: 840 });
  await goTo(desk, `calendar?new=1&date=${day}&group=${group?.group_id}&client=${client.client_id}`);
  await expect(desk.getByText(like('booking_group_taken'))).toHaveCount(0);
  await expect(panelOf(desk).getByText(word('booking_group_taken', { taken: 0, places: 5 }))).toBeVisible();
  await save(desk);
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  expect((await salon.call('get_day', { day })).groups[0]?.taken).toBe(1);
});

test('who finds no time is put on the waitlist', async ({ desk, salon, look }) => {
  const { day } = await quietDay(salon);
  const service = await aService(salon);
  const client = await olga(salon);
  await begin(desk, client, service, { day });
  await desk.getByRole('button', { name: word('booking_instead') }).click();
  await desk.getByRole('menuitem', { name: word('booking_wish') }).click();
  const dialog = desk.getByRole('dialog', { name: word('booking_wish_title') });
  await dialog.getByText(word('booking_wish_evening')).click();
  await dialog.getByText(word('booking_wish_one_day')).click();
  await look('booking-wish');
  await dialog.getByRole('button', { name: word('booking_wish_add') }).click();
  await expect(desk.getByText(word('booking_wish_added'))).toBeVisible();
  await expect(panelOf(desk)).toHaveCount(0);
  const { entries } = await salon.call('list_waitlist', { closed: false });
  expect(entries.some((one) => one.client_id === client.client_id)).toBe(true);
});

test('an unfinished visit goes where one points, with what was typed', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  const service = await aService(salon);
  await begin(desk, await olga(salon), service, { day, staffId: staff[0]?.staff_id, at: 600 });
  const panel = panelOf(desk);
  await panel.getByLabel(word('booking_note')).fill('хна нельзя');
  await goTo(desk, `calendar?new=1&date=${day}&staff=${staff[1]?.staff_id}&at=900`);
  await expect(panel.getByRole('textbox', { name: word('common_time') })).toHaveValue('15:00');
  await expect(panel.getByLabel(word('booking_note'))).toHaveValue('хна нельзя');
  await save(desk);
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const [visit] = (await salon.call('get_day', { day })).appointments;
  expect(visit?.lines.map((one) => [one.staff_id, one.start_min])).toEqual([[staff[1]?.staff_id, 900]]);
});
