import { cutOff } from '../support/look.ts';
import { addDays, booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wished } from '../support/waitlist.ts';
import { word } from '../support/words.ts';

test('the list of visits is filtered, and the address keeps the filters', async ({ desk, salon, look }) => {
  const [client] = await regulars(salon, 1);
  const { today } = await salon.call('get_app_state', {});
  await goTo(desk, 'visits');
  const table = desk.getByRole('grid', { name: word('visits_title') });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await look('visits');
  await desk.getByText(word('visits_span_past'), { exact: true }).click();
  await desk.getByRole('button', { name: word('visits_status'), exact: true }).click();
  await desk.getByRole('dialog', { name: word('visits_status') }).getByText(word('common_status_completed')).click();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await desk.getByRole('combobox', { name: word('visits_client') }).fill(client?.phone ?? '');
  await desk.getByRole('listbox').getByRole('option').first().click();
  const { total } = await salon.call('list_appointments', {
    from_day: addDays(today, -30),
    to_day: today,
    staff_id: null,
    client_id: client?.client_id ?? null,
    service_id: null,
    statuses: ['completed'],
    payment_statuses: [],
    to_call: false,
    descending: true,
    limit: 1,
    offset: 0,
  });
  if (total === 0) await expect(desk.getByText(word('visits_empty'))).toBeVisible();
  else await expect(table.getByRole('row')).toHaveCount(total + 1);
  await look('visits-filtered');
  await desk.reload();
  await expect(desk.getByRole('button', { name: client?.name ?? '' })).toBeVisible();
  await expect(desk.getByRole('button', { name: `${word('visits_status')}: ${word('common_status_completed')}` })).toBeVisible();
  await desk.getByRole('button', { name: word('visits_clear') }).first().click();
  await expect(desk.getByRole('button', { name: word('visits_status'), exact: true })).toBeVisible();
});

test('whom to call is told what changed, and leaves the list', async ({ desk, salon, look }) => {
  const [client] = await regulars(salon, 1);
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000], client });
  await salon.call('move_appointment', {
    appointment_id: visit,
    day,
    start_min: 780,
    from_staff_id: null,
    to_staff_id: null,
    stretch: null,
    following: false,
    override_conflicts: false,
  });
  await salon.call('set_to_call', { appointment_id: visit, to_call: true });
  await goTo(desk, 'visits?tab=call');
  const row = desk.getByRole('row', { name: client?.name ?? '' });
  await expect(row).toContainText(client?.phone ?? '');
  await expect(row).toContainText(word('visits_was', { when: '12:00' }));
  await look('visits-call');
  await row.getByRole('button', { name: word('visits_called') }).click();
  await expect(desk.getByText(word('visits_call_empty'))).toBeVisible();
  expect((await salon.call('get_appointment', { appointment_id: visit })).to_call).toBe(false);
});

test('at 200 % zoom nothing is cut', async ({ desk, salon }) => {
  const [client] = await regulars(salon, 1);
  const { staff } = await quietDay(salon);
  const service = await shortService(salon, staff[0]?.staff_id ?? '');
  await wished(salon, client!, service);
  await salon.call('save_standing_order', {
    order_id: null,
    order: {
      client_id: client?.client_id ?? '',
      service_ids: [service.service_id],
      staff_id: staff[0]?.staff_id ?? '',
      weekday: 2,
      start_min: 720,
      every_weeks: 1,
      mode: 'propose',
    },
  });
  await desk.setViewportSize({ width: 683, height: 384 });
  for (const address of ['visits?span=past', 'visits?tab=close', 'visits?tab=call', 'waitlist', 'waitlist?tab=orders']) {
    await goTo(desk, address);
    await expect(desk.getByRole('row').or(desk.getByText(word('visits_call_empty'))).first()).toBeVisible();
    expect(await cutOff(desk), address).toEqual([]);
  }
  await desk.keyboard.press('KeyW');
  await expect(desk.getByRole('combobox', { name: word('waitlist_client') })).toBeVisible();
  expect(await cutOff(desk), 'add to the waitlist').toEqual([]);
});
