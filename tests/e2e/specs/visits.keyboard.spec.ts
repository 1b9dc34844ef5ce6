import { expect, goTo, test } from '../support/test.ts';
import type { Salon } from '../support/salon.ts';
import { regulars, shortService } from '../support/waitlist.ts';
import { word } from '../support/words.ts';

/** Three visits of today that nobody has closed, whatever else the day holds. */
async function today(salon: Salon): Promise<string[]> {
  const { today: day } = await salon.call('get_app_state', {});
  const { staff } = await salon.call('list_staff', { retired: false });
  const staffId = staff.find((one) => one.staff.in_calendar)?.staff_id ?? '';
  const { service_id } = await shortService(salon, staffId);
  const made: string[] = [];
  for (const [index, client] of (await regulars(salon, 3)).entries()) {
    const line = { service_id, staff_id: staffId, start_min: null, duration_min: 15, price_minor: null, line_id: null };
    const { appointment_id } = await salon.call('book_appointment', {
      client_id: client.client_id,
      new_client: null,
      day,
      start_min: index * 15,
      lines: [line],
      note: '',
      source: '',
      override_conflicts: true,
      group_id: null,
      waitlist_entry_id: null,
    });
    made.push(appointment_id);
  }
  return made;
}

const statusOf = async (salon: Salon, id = '') => (await salon.call('get_appointment', { appointment_id: id })).status;

test('the day is closed by letters, and one letter is taken back', async ({ desk, salon, look }) => {
  // What the demo salon left open on earlier days is closed first: today's visits are then the first rows.
  const { today: day } = await salon.call('get_app_state', {});
  const open = await salon.call('list_appointments', {
    from_day: '2025-01-01',
    to_day: day,
    staff_id: null,
    client_id: null,
    service_id: null,
    statuses: ['booked', 'confirmed', 'arrived', 'in_progress'],
    payment_statuses: [],
    to_call: false,
    descending: false,
    limit: 500,
    offset: 0,
  });
  for (const { appointment_id } of open.appointments)
    await salon.call('set_appointment_status', { appointment_id, status: 'completed', reason: '', following: false, deposit: null });
  const made = await today(salon);

  await goTo(desk, 'visits?tab=close');
  const rows = desk.getByRole('grid', { name: word('visits_tab_close') }).locator('[data-row]');
  await expect(rows).toHaveCount(3);
  await look('visits-close');
  await desk.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await desk.keyboard.press('KeyC');
  await expect(rows).toHaveCount(2);
  expect(await statusOf(salon, made[0])).toBe('completed');
  // The next one stands in its place and has the keyboard.
  await expect(rows.first()).toBeFocused();
  await desk.keyboard.press('KeyN');
  await expect(rows).toHaveCount(1);
  expect(await statusOf(salon, made[1])).toBe('no_show');
  await desk.keyboard.press('Control+KeyZ');
  await expect(rows).toHaveCount(2);
  expect(await statusOf(salon, made[1])).toBe('booked');
  // What came back stands above; the keyboard stays where it was.
  await expect(rows.nth(1)).toBeFocused();
  await desk.keyboard.press('KeyX');
  await expect(desk.getByRole('textbox', { name: word('common_reason') })).toBeFocused();
  await desk.keyboard.type('заболела');
  await desk.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  const cancelled = await salon.call('get_appointment', { appointment_id: made[2] ?? '' });
  expect([cancelled.status, cancelled.status_reason]).toEqual(['cancelled', 'заболела']);
  await expect(rows.first()).toBeFocused();
  await desk.keyboard.press('KeyP');
  await expect(desk.getByRole('heading', { name: word('checkout_title') })).toBeVisible();
});
