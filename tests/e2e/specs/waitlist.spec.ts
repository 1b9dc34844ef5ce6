import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wish, wished } from '../support/waitlist.ts';
import { like, word } from '../support/words.ts';

test('a client is put on the waitlist, changed and taken off', async ({ desk, salon, look }) => {
  const [client] = await regulars(salon, 1);
  const { services } = await salon.call('list_services', { retired: false });
  const service = services[0]?.service.name ?? '';
  await goTo(desk, 'waitlist');
  await expect(desk.getByText(word('waitlist_empty'))).toBeVisible();
  await look('waitlist-empty');
  await desk.getByRole('button', { name: word('waitlist_add') }).first().click();
  const dialog = desk.getByRole('dialog', { name: word('waitlist_add_title') });
  // Nothing is sent until it says whom and what for.
  await dialog.getByRole('button', { name: word('waitlist_add_do') }).click();
  await expect(dialog.getByText(word('waitlist_client_missing'))).toBeVisible();
  await expect(dialog.getByText(word('waitlist_service_missing'))).toBeVisible();
  await dialog.getByRole('combobox', { name: word('waitlist_client') }).fill(client?.phone ?? '');
  await dialog.getByRole('option', { name: client?.name ?? '' }).click();
  await dialog.getByRole('combobox', { name: word('waitlist_service') }).fill(service);
  await dialog.getByRole('option', { name: service }).first().click();
  await dialog.getByText(word('waitlist_part_evening'), { exact: true }).click();
  await look('waitlist-add');
  await dialog.getByRole('button', { name: word('waitlist_add_do') }).click();
  const row = desk.getByRole('grid', { name: word('waitlist_list') }).getByRole('row', { name: client?.name ?? '' });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  const { entries } = await salon.call('list_waitlist', { closed: false });
  expect(entries.map(({ client_id, entry }) => [client_id, entry.part, entry.from_day])).toEqual([[client?.client_id, 'evening', null]]);

  await desk.getByRole('button', { name: word('common_edit') }).click();
  const editing = desk.getByRole('dialog', { name: word('waitlist_edit_title') });
  await editing.getByText(word('waitlist_part_morning'), { exact: true }).click();
  await editing.getByRole('button', { name: word('common_save') }).click();
  await expect.poll(async () => (await wish(salon, entries[0]?.entry_id ?? '')).entry.part).toBe('morning');

  await desk.getByRole('button', { name: word('waitlist_close') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('waitlist_reason_no_more') }).click();
  await expect(row).toHaveCount(0);
  expect((await wish(salon, entries[0]?.entry_id ?? '')).state).toBe('closed');
  await desk.getByText(word('waitlist_show_closed')).click();
  await expect(row).toBeVisible();
});

test('a free time is held for a client, turned down, and booked', async ({ desk, salon, look }) => {
  const [client] = await regulars(salon, 1);
  const { staff } = await quietDay(salon);
  const staffId = staff[0]?.staff_id ?? '';
  const { entry_id } = await wished(salon, client!, await shortService(salon, staffId), staffId);
  await goTo(desk, 'waitlist');
  const times = desk.getByRole('toolbar', { name: word('waitlist_times') }).getByRole('button');
  await times.nth(1).click();
  await desk.getByRole('button', { name: word('waitlist_offer_short') }).click();
  await expect(desk.getByText(like('waitlist_held'))).toBeVisible();
  await look('waitlist-held');
  const held = await wish(salon, entry_id);
  expect([held.state, held.offer?.staff_id]).toEqual(['offered', staffId]);
  await desk.getByRole('button', { name: word('waitlist_decline') }).click();
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('waiting');
  await times.first().click();
  await desk.getByRole('button', { name: word('waitlist_book'), exact: true }).click();
  await expect(desk.getByText(word('waitlist_booked'))).toBeVisible();
  expect((await wish(salon, entry_id)).state).toBe('booked');
});

test('a visit at risk says why, and its time goes to who waits', async ({ desk, salon, look }) => {
  const [waiting, risky] = await regulars(salon, 2);
  const { day, staff } = await quietDay(salon);
  const staffId = staff[0]?.staff_id ?? '';
  const { entry_id } = await wished(salon, waiting!, await shortService(salon, staffId), staffId);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000], client: risky });
  await goTo(desk, `waitlist?date=${day}`);
  const row = desk.getByRole('grid', { name: word('waitlist_risk_list') }).getByRole('row', { name: risky?.name ?? '' });
  await expect(row).toContainText(word('waitlist_risk_not_confirmed'));
  await expect(desk.getByText(word('waitlist_risk_unknown', { factor: word('waitlist_risk_bad_weather') }))).toBeVisible();
  await look('waitlist-risk');

  await desk.getByRole('button', { name: word('waitlist_ignore') }).click();
  await expect(row).toHaveCount(0);
  const letBe = async () => {
    const { visits } = await salon.call('list_at_risk', { from_day: day, days: 1 });
    return visits.map(({ ignored, total_minor }) => [ignored, total_minor]);
  };
  expect(await letBe()).toEqual([[true, 500_000]]);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(row).toBeVisible();
  expect(await letBe()).toEqual([[false, 500_000]]);
  await row.click();
  await desk.getByRole('button', { name: word('waitlist_ignore') }).click();
  await expect(row).toHaveCount(0);
  await desk.getByRole('button', { name: word('waitlist_ignored_show', { count: 1 }) }).click();
  await row.click();
  await desk.getByRole('button', { name: word('waitlist_notify') }).first().click();
  await expect(desk.getByRole('textbox', { name: word('waitlist_letter') })).toHaveValue(/12:00/);
  await look('waitlist-letter');
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: word('waitlist_match') }).click();
  await expect(desk.getByText(word('waitlist_fit_taken', { client: risky?.name ?? '' }))).toBeVisible();
  const fit = desk.getByRole('grid', { name: word('waitlist_fit_list') }).getByRole('row', { name: waiting?.name ?? '' });
  await expect(fit).toBeVisible();
  await expect(desk.getByRole('button', { name: word('waitlist_book'), exact: true })).toBeDisabled();
  await desk.getByRole('button', { name: word('waitlist_cancel_visit') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: word('waitlist_reason_silent') }).click();
  await expect(fit).toContainText(word('waitlist_match_waits_longest'));
  await look('waitlist-fit');
  await desk.getByRole('button', { name: word('waitlist_book'), exact: true }).click();
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
  expect((await salon.call('get_appointment', { appointment_id: visit })).status).toBe('cancelled');
  const { appointments } = await salon.call('get_day', { day });
  expect(appointments.filter(({ status }) => status !== 'cancelled').map(({ client_id }) => client_id)).toEqual([waiting?.client_id]);
});

test('a standing order is made, books its next visit and ends', async ({ desk, salon, look }) => {
  const [client] = await regulars(salon, 1);
  const { staff } = await quietDay(salon);
  const service = await shortService(salon, staff[0]?.staff_id ?? '');
  await goTo(desk, 'waitlist?tab=orders');
  await expect(desk.getByText(word('waitlist_orders_empty'))).toBeVisible();
  await desk.getByRole('button', { name: word('waitlist_order_new') }).click();
  const dialog = desk.getByRole('dialog', { name: word('waitlist_order_new') });
  await dialog.getByRole('combobox', { name: word('waitlist_client') }).fill(client?.phone ?? '');
  await dialog.getByRole('option', { name: client?.name ?? '' }).click();
  await dialog.getByRole('combobox', { name: word('waitlist_service') }).fill(service.service.name);
  await dialog.getByRole('option', { name: service.service.name }).first().click();
  await dialog.getByLabel(word('waitlist_staff')).selectOption(staff[0]?.staff_id ?? '');
  await dialog.getByLabel(word('waitlist_every_weeks')).fill('3');
  await look('waitlist-order-new');
  await dialog.getByRole('button', { name: word('common_save') }).click();
  const row = desk.getByRole('row').filter({ hasText: client?.name ?? '' });
  await expect(row).toBeVisible();
  await look('waitlist-orders');
  const { orders } = await salon.call('list_standing_orders', { client_id: client?.client_id ?? null });
  expect(orders.map(({ order, booked: visit }) => [order.every_weeks, visit])).toEqual([[3, null]]);
  await row.getByRole('button', { name: word('waitlist_book') }).click();
  await expect(row.getByText(word('waitlist_order_booked'))).toBeVisible();

  // The client's card shows the same order.
  await goTo(desk, `clients/${client?.client_id}?tab=orders`);
  await expect(desk.getByRole('tabpanel').getByText(service.service.name)).toBeVisible();
  await look('client-orders');
  await desk.getByRole('button', { name: word('waitlist_order_end', { client: client?.name ?? '' }) }).click();
  await expect(desk.getByText(word('waitlist_orders_empty'))).toBeVisible();
});
