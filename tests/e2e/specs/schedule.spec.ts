import type { Page } from '@playwright/test';
import type { ScheduleDay } from '../../../ui/src/api/generated/wire.ts';
import { addDays, booked, olga, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';
import type { Salon } from '../support/salon.ts';

test('days of the month are painted by a stroke, and undo takes the stroke back', async ({ desk, salon, look }) => {
  const month = await open(desk, salon);
  await look('schedule-month');
  const before = await month.days(0);
  await desk.getByRole('radio', { name: word('schedule_brush_own') }).check({ force: true });
  await stroke(desk, [0, 6], [1, 9]);
  await expect(desk.getByText(like('schedule_painted'))).toBeVisible();
  const painted = (await month.days(0)).slice(6, 10);
  expect(painted.map((one) => one.source)).toEqual(['date', 'date', 'date', 'date']);
  expect(painted.map((one) => one.hours?.start_min)).toEqual([720, 720, 720, 720]);
  await expect(cell(desk, 1, 9)).toHaveAccessibleName(/12:00–20:00/);
  await look('schedule-painted');
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(cell(desk, 1, 9)).not.toHaveAccessibleName(/12:00–20:00/);
  expect(await month.days(0)).toEqual(before);
});

test('a week goes to the weeks after it', async ({ desk, salon, look }) => {
  const month = await open(desk, salon);
  const days = await month.days(0);
  const monday = days.findIndex((one) => new Date(`${one.day}T12:00:00Z`).getUTCDay() === 1);
  const staff_id = await month.staffId(0);
  const tuesday = days[monday + 1]?.day ?? '';
  await salon.call('set_schedule_days', {
    days: [{ staff_id, day: tuesday, hours: { start_min: 660, end_min: 900, breaks: [] }, usual: false }],
  });
  await expect(cell(desk, 0, monday + 1)).toHaveAccessibleName(/11:00–15:00/);
  await cell(desk, 0, monday + 1).click();
  await desk.getByRole('button', { name: word('schedule_copy') }).click();
  await desk.getByLabel(word('schedule_copy_weeks')).selectOption('2');
  await look('schedule-copy');
  await desk.getByRole('button', { name: word('schedule_copy_do'), exact: true }).click();
  await expect(desk.getByText(word('schedule_copied'))).toBeVisible();
  for (const later of [7, 14]) {
    const { staff } = await salon.call('get_schedule', { from_day: addDays(tuesday, later), days: 1, staff_id });
    expect(staff[0]?.days[0]).toMatchObject({ source: 'date', hours: { start_min: 660, end_min: 900 } });
  }
});

test('shifts repeat from a date on and can be taken away', async ({ desk, salon, look }) => {
  const month = await open(desk, salon);
  // Only her shifts say when she works: after the last one nothing is planned.
  const off = { working: false, start_min: 540, end_min: 1080, break_start_min: 0, break_end_min: 0 };
  const week = Array.from({ length: 7 }, (_, weekday) => ({ weekday, ...off }));
  await salon.call('set_work_hours', { staff_id: await month.staffId(0), week });
  await cell(desk, 0, -1).click();
  await look('schedule-person');
  await desk.getByRole('button', { name: word('schedule_pattern_new') }).click();
  await look('schedule-pattern');
  const ends = desk.getByRole('checkbox', { name: word('schedule_pattern_ends') });
  await ends.check({ force: true });
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('schedule_pattern_saved'))).toBeVisible();
  const { today } = await salon.call('get_app_state', {});
  const [person] = (await month.read()).staff;
  expect(person?.patterns).toHaveLength(1);
  expect(person?.patterns[0]).toMatchObject({ from_day: today, until_day: today });
  expect(person?.patterns[0]?.days.map((day) => day !== null)).toEqual([true, true, false, false]);
  // It ends today: the desk is warned.
  await expect(desk.getByRole('button', { name: like('schedule_runs_out') })).toBeVisible();
  await desk.getByRole('button', { name: new RegExp(`^${word('schedule_pattern_remove')}`) }).click();
  await expect(desk.getByText(word('schedule_pattern_none'))).toBeVisible();
});

test('time off stands in the list and in the month until it is removed', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  await goTo(desk, `schedule?month=${day.slice(0, 7)}&view=off`);
  await desk.getByRole('button', { name: word('schedule_off_add') }).first().click();
  await desk.getByLabel(word('schedule_off_who')).selectOption({ label: staff[1]?.name ?? '' });
  await desk.getByLabel(word('common_note')).fill('Море');
  await look('schedule-off-new');
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByRole('cell', { name: 'Море' })).toBeVisible();
  await look('schedule-off');
  // Changed in one go, taken back in one go.
  const kinds = async () => {
    const { time_off } = await salon.call('get_schedule', { from_day: day, days: 1, staff_id: null });
    return time_off.map((one) => one.time_off.kind);
  };
  const was = await kinds();
  await desk.getByRole('button', { name: like('schedule_off_edit') }).click();
  const dialog = desk.getByRole('dialog', { name: word('schedule_off_change') });
  await dialog.getByLabel(word('schedule_off_kind')).selectOption('training');
  await look('schedule-off-change');
  await dialog.getByRole('button', { name: word('common_save') }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(kinds).toEqual(['training']);
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect.poll(kinds).toEqual(was);
  await desk.getByRole('button', { name: like('schedule_off_remove') }).click();
  await expect(desk.getByText(word('schedule_off_removed'))).toBeVisible();
  await expect(desk.getByRole('cell', { name: 'Море' })).toHaveCount(0);
});

test('time off that ends before it begins is not saved', async ({ desk }) => {
  await goTo(desk, 'schedule?view=off');
  await desk.getByRole('button', { name: word('schedule_off_add') }).first().click();
  await desk.getByRole('checkbox', { name: word('schedule_off_whole') }).uncheck({ force: true });
  const until = desk.getByRole('textbox', { name: word('schedule_off_to_time') });
  await until.fill('07:00');
  await until.press('Tab');
  await expect(desk.getByText(word('schedule_off_bad'))).toBeVisible();
  await expect(desk.getByRole('button', { name: word('common_save') })).toBeDisabled();
});

test('a sick day gives every visit another time in one go, undone in one go', async ({ desk, salon, look }) => {
  const { day, staff } = await quietDay(salon);
  const client = await olga(salon);
  const first = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000], client });
  const second = await booked(salon, { day, staff: staff[0], at: 840, prices: [500_000], client });
  await goTo(desk, `schedule?away=${staff[0]?.staff_id ?? ''}&day=${day}`);
  const dialog = desk.getByRole('dialog', { name: word('schedule_away') });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await look('schedule-absence');
  // The second client is called instead.
  await dialog.getByRole('listitem').nth(1).getByRole('combobox').selectOption('call');
  await dialog.getByRole('button', { name: word('schedule_absence_do') }).click();
  await expect(desk.getByRole('complementary', { name: word('schedule_drafts_title') })).toBeVisible();
  await expect(desk.getByText(word('schedule_absence_done'))).toBeVisible();
  await expect(desk.getByRole('textbox', { name: word('schedule_draft_text', { client: client.name }) })).toHaveValue(/Ольга/);
  await look('schedule-drafts');

  const moved = await salon.call('get_appointment', { appointment_id: first });
  expect([moved.day, moved.start_min, moved.lines[0]?.staff_id]).not.toEqual([day, 720, staff[0]?.staff_id]);
  const called = await salon.call('get_appointment', { appointment_id: second });
  expect([called.day, called.start_min, called.to_call]).toEqual([day, 840, true]);
  expect((await salon.call('get_schedule', { from_day: day, days: 1, staff_id: null })).time_off).toHaveLength(1);

  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect(desk.getByText(word('schedule_draft_stale'))).toBeVisible();
  const back = await salon.call('get_appointment', { appointment_id: first });
  expect([back.day, back.start_min, back.lines[0]?.staff_id]).toEqual([day, 720, staff[0]?.staff_id]);
  expect((await salon.call('get_appointment', { appointment_id: second })).to_call).toBe(false);
  expect((await salon.call('get_schedule', { from_day: day, days: 1, staff_id: null })).time_off).toHaveLength(0);
});

/** A cell of the month; column −1 is the name. */
function cell(desk: Page, row: number, column: number) {
  return desk.locator(`[data-cell="${row},${column}"]`);
}

/** A month so far ahead that nothing is booked in it, and what the engine says of it. */
async function open(desk: Page, salon: Salon) {
  const { day } = await quietDay(salon);
  const first = `${day.slice(0, 7)}-01`;
  const read = () => salon.call('get_schedule', { from_day: first, days: 28, staff_id: null });
  await goTo(desk, `schedule?month=${day.slice(0, 7)}`);
  await expect(cell(desk, 0, 0)).toBeVisible();
  return {
    read,
    days: async (row: number): Promise<readonly ScheduleDay[]> => (await read()).staff[row]?.days ?? [],
    staffId: async (row: number): Promise<string> => (await read()).staff[row]?.staff_id ?? '',
  };
}

/** Draws from one cell to another with the mouse. */
async function stroke(desk: Page, from: [number, number], to: [number, number]): Promise<void> {
  const start = await cell(desk, ...from).boundingBox();
  const end = await cell(desk, ...to).boundingBox();
  if (!start || !end) throw new Error('the cells are on the screen');
  await desk.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await desk.mouse.down();
  await desk.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 10 });
  await desk.mouse.up();
}
