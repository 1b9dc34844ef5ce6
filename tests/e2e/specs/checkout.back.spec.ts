/** After the checkout one is where one came from. */
import { sharedDay } from '../support/calendar.ts';
import { onlyOpen } from '../support/frontdesk.ts';
import { booked, olga } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('back in the calendar stand its date, view and person', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}&view=week&who=${staff[0]?.staff_id}&visit=${id}`);
  await desk.getByRole('button', { name: word('booking_pay') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_title') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('group', { name: word('calendar_grid_week') })).toBeVisible();
  const { hash } = new URL(desk.url());
  expect(hash).toContain(`date=${day}`);
  expect(hash).toContain(`who=${staff[0]?.staff_id}`);
  await expect(desk.locator(`[data-card^="${id}"]`)).toBeFocused();
});

test('from the client’s card and the visits one returns to them', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const client = await olga(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000], client });
  const pay = async () => {
    await desk.getByRole('complementary').getByRole('button', { name: word('booking_pay') }).click();
    await expect(desk.getByRole('heading', { name: word('checkout_title') })).toBeVisible();
    await desk.getByRole('button', { name: word('common_back'), exact: true }).first().click();
  };
  await goTo(desk, `clients/${client.client_id}?tab=visits`);
  await desk.locator(`[data-row]`).filter({ hasText: '12:00' }).first().click();
  await pay();
  await expect(desk).toHaveURL(new RegExp(`#/clients/${client.client_id}`));
  await goTo(desk, `visits?span=own&from=${day}&to=${day}`);
  await desk.locator(`[data-row]`).filter({ hasText: '12:00' }).first().click();
  await pay();
  await expect(desk).toHaveURL(new RegExp(`#/visits\\?span=own&from=${day}`));
});

test('from closing the day one returns to closing the day', async ({ desk, salon }) => {
  const { today } = await salon.call('get_app_state', {});
  await onlyOpen(salon, today);
  await goTo(desk, 'visits?tab=close');
  await desk.locator('[data-row]').first().getByRole('button', { name: word('visits_pay') }).click();
  await expect(desk.getByRole('heading', { name: word('checkout_title') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk).toHaveURL(/#\/visits\?tab=close/);
});
