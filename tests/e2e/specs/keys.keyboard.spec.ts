import { mondayOf, sharedDay } from '../support/calendar.ts';
import { listed, onlyOpen, onVisit, walkOut, walkTo } from '../support/frontdesk.ts';
import { Job, type Sign } from '../support/job.ts';
import { type Line, type Limits, printed, screens, type Sheet, sheetHere, write } from '../support/keytable.ts';
import { addDays, alwaysOpen, olga } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wish, wished } from '../support/waitlist.ts';
import { like, word } from '../support/words.ts';


/** Nobody is kept waiting longer in a whole job, also while other tests run beside this one. */
const LONGEST_WAIT = 2;
const writing = process.env.ADELANTE_WRITE_KEYS === '1';

// One after another: two at a time would wait for each other. The page is of all of them or stays as it was.
test.describe.configure({ mode: writing ? 'serial' : 'default' });

const lines: Line[] = [];
const sheets: Sheet[] = [];
let failed = false;
test.afterEach(() => {
  failed ||= test.info().status !== test.info().expectedStatus;
});
test.afterAll(() => {
  console.log(printed(lines));
  if (writing && !failed) write(lines, sheets);
});

async function done(job: Job, name: string, press: string, limits: Limits = {}): Promise<void> {
  const taken = await job.end();
  lines.push({ name, press, ...taken, limits });
  expect(taken.keys, 'keys were heard').toBeGreaterThan(0);
  expect(taken.keys, `keys: ${name}`).toBeLessThanOrEqual(limits.keys ?? Infinity);
  expect(taken.waited, `waited: ${name}`).toBeLessThanOrEqual(LONGEST_WAIT);
  // What is waited here depends on what else the machine does: it counts where the page is written.
  const most = limits.seconds ?? Infinity;
  expect(taken.seconds - (writing ? 0 : taken.waited), `seconds: ${name}`).toBeLessThanOrEqual(most);
}

const toast = (key: string): Sign => ({ css: '.toast .text', says: like(key) });
const field = (key: string): Sign => ({ css: 'input, textarea', says: new RegExp(word(key)), focused: true });
const visitsOn = async (salon: Salon, day: string) => (await salon.call('get_day', { day })).appointments;
const cardAt = (time: string): Sign => ({ css: '[data-card]', says: new RegExp(`^${time}`) });

test('a known client on the phone is booked', async ({ desk, salon }) => {
  const client = await olga(salon);
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  const job = await Job.begin(desk);
  await job.press('KeyN');
  await job.see(field('booking_client'));
  await job.type(client.phone.replace(/\D/g, '').slice(-4));
  await job.see({ css: '[role=option][aria-selected=true]', says: /Ольга/ });
  job.decide('the client that is found is the one on the phone');
  await job.press('Enter');
  await job.see(field('booking_service'));
  await job.type('ман');
  await job.see({ css: '[role=option][aria-selected=true]', says: /ман/ });
  job.decide('the service that is found is the one asked for');
  await job.press('Enter');
  await job.see({ css: '[role=complementary] button[aria-pressed=true], aside button[aria-pressed=true]' });
  job.decide('the time that is proposed suits');
  await job.press('Control+Enter');
  await job.see(toast('booking_booked'));
  await done(job, 'Book a known client on the phone', 'N, four last digits, Enter, three letters, Enter, Ctrl+Enter', { keys: 12, seconds: 8 });
  const { undo } = await salon.call('list_undo', {});
  expect(undo[0]?.kind).toBe('appointment_booked');
});

test('who comes in from the street is booked', async ({ desk, salon }) => {
  await alwaysOpen(salon);
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  const job = await Job.begin(desk);
  await job.press('Shift+KeyN');
  await job.see({ css: 'aside button', says: new RegExp(word('booking_save')) });
  job.decide('who is free first, and with what, suits');
  await job.press('Control+Enter');
  await job.see(toast('booking_booked'));
  await done(job, 'Book a walk-in', 'Shift+N, Ctrl+Enter', { keys: 2 });
  expect((await salon.call('list_undo', {})).undo[0]?.kind).toBe('appointment_booked');
});

test('one line of the palette is booked', async ({ desk, salon }) => {
  const client = await olga(salon);
  await alwaysOpen(salon);
  const { today } = await salon.call('get_app_state', {});
  await expect(desk.locator('[data-card]').first()).toBeVisible();
  const job = await Job.begin(desk);
  job.decide('what was said, put into one line');
  await job.press('Control+KeyK');
  // Nobody waits for the box: the first letters go with the key that opens it.
  await job.type('ольга завтра 14 ман');
  await job.see({ css: '[role=option][aria-selected=true]', says: new RegExp(`Ольга.*${word('common_tomorrow')}`, 'i') });
  job.decide('the row says what was meant');
  await job.press('Enter');
  await job.see({ css: 'aside button', says: new RegExp(word('booking_save')) });
  await job.press('Control+Enter');
  await job.see(toast('booking_booked'));
  await done(job, 'Book in one line of the palette', 'Ctrl+K, "ольга завтра 14 ман" (19), Enter, Ctrl+Enter');
  const visits = await visitsOn(salon, addDays(today, 1));
  expect(visits.map((one) => one.client_id)).toContain(client.client_id);
});

test('exact cash is taken', async ({ desk, salon }) => {
  await salon.call('open_shift', { count: null });
  const { id } = await onVisit(desk, salon);
  const job = await Job.begin(desk);
  await job.press('KeyP');
  await job.see({ css: '.payment input', focused: true });
  job.decide('the money in the hand is the sum on the screen');
  await job.press('Enter');
  await job.see({ css: 'h2', says: new RegExp(word('checkout_done')) });
  await job.press('Enter');
  await job.see({ css: '[data-card]', focused: true });
  await done(job, 'Take exact cash for the visit in focus', 'P, Enter; Enter is back in the calendar');
  expect((await salon.call('get_checkout', { appointment_id: id, with: [] })).appointment.payment_status).toBe('paid');
});

test('cash and card are taken together', async ({ desk, salon }) => {
  await salon.call('open_shift', { count: null });
  const { id } = await onVisit(desk, salon);
  const job = await Job.begin(desk);
  await job.press('KeyP');
  await job.see({ css: '.payment input', focused: true });
  job.decide('how much of it is cash');
  await job.type('9000');
  await job.press('F2');
  await job.see({ css: '.payment:nth-child(2) input', focused: true });
  await job.press('Enter');
  await job.see({ css: 'h2', says: new RegExp(word('checkout_done')) });
  await done(job, 'Take cash and card together', 'P, 9000, F2 (the rest by card), Enter', { seconds: 5 });
  const { receipts, appointment } = await salon.call('get_checkout', { appointment_id: id, with: [] });
  expect([receipts.length, receipts[0]?.kinds.length, appointment.payment_status]).toEqual([1, 2, 'paid']);
});

test('a visit is moved to the same time of the next day', async ({ desk, salon }) => {
  const { day } = await onVisit(desk, salon);
  const job = await Job.begin(desk);
  await job.press('KeyX');
  await job.see({ css: `[aria-label="${word('calendar_shelf')}"]` });
  await job.press('PageDown');
  await job.see({ css: '.cell', focused: true });
  job.decide('the same time of that day is free');
  await job.press('KeyV');
  await job.see({ css: '[data-card]', says: /^12:00/, focused: true });
  await done(job, 'Move a visit to the next day, same time', 'X, PageDown, V');
  await expect.poll(async () => (await visitsOn(salon, addDays(day, 1)))[0]?.lines[0]?.start_min).toBe(720);
});

test('a visit is moved to the same time of the next week', async ({ desk, salon }) => {
  // A Thursday: the middle of a week.
  const { day } = await onVisit(desk, salon, (quiet) => addDays(mondayOf(quiet), 3));
  const job = await Job.begin(desk);
  await job.press('KeyX');
  await job.see({ css: `[aria-label="${word('calendar_shelf')}"]` });
  await job.press('Digit3');
  await job.see({ css: `[role=group][aria-label="${word('calendar_grid_week')}"]` });
  await job.press('PageDown');
  await job.see({ css: '.area:not([aria-busy]) .cell', focused: true });
  await job.walk('ArrowRight', '.cell[aria-label^="12:00, Чт"]');
  job.decide('the same time of that day is free');
  await job.press('KeyV');
  await job.see({ css: '[data-card]', says: /^12:00/, focused: true });
  await done(job, 'Move a visit to the next week, same time', 'X, 3 (the week), PageDown, V (Right first, where the day is another)');
  await expect.poll(async () => (await visitsOn(salon, addDays(day, 7)))[0]?.lines[0]?.start_min).toBe(720);
});

test('a visit begins five minutes later and lasts five longer', async ({ desk, salon }) => {
  const { day } = await onVisit(desk, salon);
  const job = await Job.begin(desk);
  job.decide('by how much');
  await job.press('Alt+ArrowDown');
  await job.see(cardAt('12:05–13:05'));
  await job.press('Alt+Shift+ArrowDown');
  await job.see(cardAt('12:05–13:10'));
  await done(job, 'Five minutes later, five minutes longer', 'Alt+Down, Alt+Shift+Down');
  await expect.poll(async () => (await visitsOn(salon, day))[0]?.lines[0]).toMatchObject({ start_min: 725, duration_min: 65 });
});

test('a visit is cancelled, and its time goes to the waitlist', async ({ desk, salon }) => {
  const { day, staff, id } = await onVisit(desk, salon);
  const [, waiting] = await regulars(salon, 2);
  const staffId = staff[0]?.staff_id ?? '';
  const { entry_id } = await wished(salon, waiting!, await shortService(salon, staffId), staffId);
  const job = await Job.begin(desk);
  await job.press('Delete');
  await job.see(field('common_reason'));
  job.decide('what the reason is');
  await job.type('болеет');
  await job.press('Enter');
  await job.see({ css: '[data-hole] [role=option]', focused: true });
  job.decide('whom to give the time');
  await job.press('Enter');
  await job.see({ css: '[data-card]', says: new RegExp(waiting?.name ?? '-') });
  await done(job, 'Cancel with a reason, give the time to the waitlist', 'Delete, "болеет" (6), Enter, Enter');
  const gone = await salon.call('get_appointment', { appointment_id: id });
  expect([gone.status, gone.status_reason]).toEqual(['cancelled', 'болеет']);
  await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
  expect((await visitsOn(salon, day)).map((one) => one.client_id)).toContain(waiting?.client_id);
});

test('an hour is blocked', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await goTo(desk, `calendar?date=${day}`);
  await walkTo(desk, desk.getByRole('button', { name: new RegExp(`^09:30, ${staff[0]?.name ?? ''}`) }));
  const job = await Job.begin(desk);
  await job.press('KeyB');
  await job.see({ css: '[role=dialog] select', focused: true });
  job.decide('an hour is right');
  await job.press('Control+Enter');
  await job.see(toast('calendar_blocked'));
  await done(job, 'Block an hour at the free time in focus', 'B, Ctrl+Enter');
  expect((await salon.call('get_day', { day })).off).toMatchObject([{ start_min: 570, end_min: 630, kind: 'blocked' }]);
});

test('the allergy of a client is found', async ({ desk, salon }) => {
  const row = await olga(salon);
  const { client } = await salon.call('get_client', { client_id: row.client_id });
  await salon.call('update_client', { client_id: row.client_id, client: { ...client, allergy: 'аммиак' } });
  const job = await Job.begin(desk);
  await job.press('Slash');
  await job.see({ css: '[role=combobox]', focused: true });
  await job.type(row.phone.replace(/\D/g, '').slice(-4));
  await job.see({ css: '[role=option][aria-selected=true]', says: /Ольга/ });
  job.decide('the client that is found is the one meant');
  await job.press('Enter');
  await job.see({ css: '.allergy', says: /аммиак/ });
  await done(job, "Find a client's allergy", '/, four last digits, Enter');
});

test('the last thing is taken back', async ({ desk, salon }) => {
  const { day } = await onVisit(desk, salon);
  await desk.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await visitsOn(salon, day))[0]?.lines[0]?.start_min).toBe(725);
  const job = await Job.begin(desk);
  job.decide('that it is to be taken back');
  await job.press('Control+KeyZ');
  await job.see(cardAt('12:00–13:00'));
  await done(job, 'Take back the last thing', 'Ctrl+Z');
  expect((await visitsOn(salon, day))[0]?.lines[0]?.start_min).toBe(720);
});

test('the day is closed: the visit is completed', async ({ desk, salon }) => {
  const { today } = await salon.call('get_app_state', {});
  const id = await onlyOpen(salon, today);
  const job = await Job.begin(desk);
  await job.press('Control+KeyK');
  const answered = desk.waitForResponse((answer) => answer.request().postData()?.includes('"закр"') ?? false);
  await job.type('закр');
  await answered;
  await job.see({ css: '[role=option]', says: new RegExp(word('visits_tab_close')) });
  job.decide('which of the rows is meant');
  const meant = desk.getByRole('option', { name: word('visits_tab_close') });
  for (let steps = 0; steps < 12 && (await meant.getAttribute('aria-selected')) !== 'true'; steps++) await job.press('ArrowDown');
  await job.press('Enter');
  await job.see({ css: '[data-row]' });
  await job.press('ArrowDown');
  await job.see({ css: '[data-row]', focused: true });
  job.decide('whether the client was there');
  await job.press('KeyC');
  await job.see({ css: 'main', says: new RegExp(word('visits_all_closed')) });
  await done(job, 'Close the day: complete the visit left open', 'Ctrl+K, "закр" (4), Down to the row, Enter, Down, C; each further visit is one more C');
  expect((await salon.call('get_appointment', { appointment_id: id })).status).toBe('completed');
});

test('every screen shows its keys', async ({ desk, salon }) => {
  const { today } = await salon.call('get_app_state', {});
  const [visit] = await listed(salon, today, addDays(today, 30), ['booked']);
  await desk.evaluate(() => localStorage.setItem('adelante.language', 'en'));
  await desk.reload();
  await expect(desk.locator('html')).toHaveAttribute('lang', 'en');
  const known = new Set<string>();
  for (const [name, address] of [...screens, ['Checkout', `checkout/${visit?.appointment_id ?? ''}`] as const]) {
    await goTo(desk, address);
    await desk.waitForLoadState('networkidle');
    await expect(desk.locator('h1').first()).toBeVisible();
    // Where letters are typed, the question mark is one of them: on to something that is pressed.
    // A panel that comes late takes the keyboard for its field: then out of it again.
    await expect(async () => {
      await walkOut(desk);
      await desk.keyboard.press('Shift+Slash');
      await expect(desk.getByRole('dialog').locator('dt').first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 10_000 });
    for (const sheet of await sheetHere(desk, name)) {
      const keys = sheet.keys.filter((row) => !known.has(row.join()) && known.add(row.join()));
      if (keys.length > 0) sheets.push({ screen: sheet.screen, keys });
    }
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  }
  const shown = sheets.flatMap((sheet) => sheet.keys.map(([key]) => key));
  for (const used of ['N', 'Shift+N', 'P', 'X', 'V', 'B', 'Del', 'Alt+Down', 'Alt+Shift+Down', 'Ctrl+K', 'Ctrl+Z', 'F2', 'C'])
    expect(shown.join('\n').split(/\n| or /), `${used} is on the sheet`).toContain(used);
});
