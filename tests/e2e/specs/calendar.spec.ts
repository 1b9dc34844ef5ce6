import { booked, quietDay } from '../support/prepare.ts';
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
  const { day, staff } = await quietDay(salon);
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
  await desk.getByRole('button', { name: word('booking_save') }).click();
  await expect(desk.getByText(word('booking_client_missing'))).toBeVisible();
  await expect(desk.getByText(word('booking_service_missing'))).toBeVisible();
  await expect(desk.getByRole('combobox', { name: word('booking_client') })).toBeFocused();
  await look('booking-errors');
});

test('a visit is dragged to a free hour and undo brings it back', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
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
  const { day, staff } = await quietDay(salon);
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

/** Drags the first of a day's visits down by minutes of the day, once the day is there and no longer the one before. */
async function drag(desk: import('@playwright/test').Page, visits: number, minutes: number): Promise<void> {
  await expect(desk.locator('[data-card]')).toHaveCount(visits);
  const card = desk.locator('[data-card]').first();
  await expect(card).toHaveAccessibleName(/^12:00–13:00/);
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card is on the screen');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 3;
  await desk.mouse.move(x, y);
  await desk.mouse.down();
  // A card of an hour is as high as an hour, less a gap of two pixels.
  await desk.mouse.move(x, y + (minutes / 60) * (box.height + 2), { steps: 12 });
  await desk.mouse.up();
}
