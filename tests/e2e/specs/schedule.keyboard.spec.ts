import { booked, quietDay } from '../support/prepare.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('days are painted, made usual and taken back by keys', async ({ desk, salon }) => {
  const { day } = await quietDay(salon);
  const first = `${day.slice(0, 7)}-01`;
  const read = async () =>
    (await salon.call('get_schedule', { from_day: first, days: 28, staff_id: null })).staff[0]?.days.slice(0, 3) ?? [];
  await goTo(desk, `schedule?month=${day.slice(0, 7)}`);
  const cell = desk.locator('[data-cell="0,0"]');
  await tabTo(desk, cell);
  await desk.keyboard.press('Digit4');
  await desk.keyboard.press('Shift+ArrowRight');
  await desk.keyboard.press('Shift+ArrowRight');
  await expect(desk.getByRole('status').filter({ hasText: word('schedule_selected').slice(0, 8) })).toBeVisible();
  // The brush is chosen when the key has been silent for a moment.
  await expect(desk.getByRole('radio', { name: word('schedule_brush_off') })).toBeChecked();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(like('schedule_painted'))).toBeVisible();
  expect((await read()).map((one) => [one.source, one.hours])).toEqual([
    ['date', null],
    ['date', null],
    ['date', null],
  ]);
  await desk.keyboard.press('Delete');
  await expect.poll(async () => (await read()).map((one) => one.source)).not.toContain('date');
  await desk.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await read()).map((one) => one.source)).toEqual(['date', 'date', 'date']);
});

test('a sick day is two keys where the keyboard stands on the day', async ({ desk, salon }) => {
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const { staff: rows } = await salon.call('get_schedule', { from_day: `${day.slice(0, 7)}-01`, days: 1, staff_id: null });
  const row = rows.findIndex((one) => one.staff_id === staff[0]?.staff_id);
  await goTo(desk, `schedule?month=${day.slice(0, 7)}`);
  await tabTo(desk, desk.locator('[data-cell="0,0"]'));
  for (let steps = 0; steps < row; steps++) await desk.keyboard.press('ArrowDown');
  for (let steps = 1; steps < Number(day.slice(8)); steps++) await desk.keyboard.press('ArrowRight');
  await expect(desk.locator(`[data-cell="${row},${Number(day.slice(8)) - 1}"]`)).toBeFocused();
  await desk.keyboard.press('KeyA');
  const dialog = desk.getByRole('dialog', { name: word('schedule_away') });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('schedule_absence_done'))).toBeVisible();
  const moved = await salon.call('get_appointment', { appointment_id: visit });
  expect([moved.day, moved.start_min, moved.lines[0]?.staff_id]).not.toEqual([day, 720, staff[0]?.staff_id]);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+KeyZ');
  await expect
    .poll(async () => (await salon.call('get_appointment', { appointment_id: visit })).lines[0]?.staff_id)
    .toBe(staff[0]?.staff_id);
});
