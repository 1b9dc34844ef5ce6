/** A booking that is left unfinished is not lost. */
import type { Page } from '@playwright/test';
import { sharedDay } from '../support/calendar.ts';
import { booked, olga } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

const panelOf = (desk: Page) => desk.getByRole('complementary', { name: word('booking_new') });
const barOf = (desk: Page) => desk.getByRole('region', { name: word('booking_aside') });

/** A new visit at ten with a client and a note, beside a visit at noon. */
async function begun(desk: Page, salon: Salon) {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const client = await olga(salon);
  await goTo(desk, `calendar?date=${day}&new=1&staff=${staff[0]?.staff_id}&at=600`);
  const panel = panelOf(desk);
  await panel.getByRole('combobox', { name: word('booking_client') }).fill(client.phone);
  await panel.getByRole('option', { name: /Ольга/ }).first().click();
  await panel.getByLabel(word('booking_note')).fill('хна нельзя');
  return { day, staff, client };
}

test('another visit is looked at, and the unfinished one goes on where it was', async ({ desk, salon, look }) => {
  const { day, staff, client } = await begun(desk, salon);
  const { services } = await salon.call('list_services', { retired: false });
  const service = services.find((one) => one.service.duration_min <= 60);
  await desk.locator('[data-card]').click();
  await expect(desk.getByRole('complementary', { name: word('booking_visit') })).toBeVisible();
  await expect(barOf(desk)).toContainText('Ольга');
  await look('booking-aside');
  await barOf(desk).getByRole('button', { name: /Ольга/ }).first().click();
  const panel = panelOf(desk);
  await expect(panel.getByLabel(word('booking_note'))).toHaveValue('хна нельзя');
  await expect(panel.getByRole('textbox', { name: word('common_time') })).toHaveValue('10:00');
  await expect(barOf(desk)).toHaveCount(0);
  await panel.getByRole('combobox', { name: word('booking_service') }).fill(service?.service.name ?? '');
  await desk.keyboard.press('Enter');
  await panel.getByRole('button', { name: word('booking_save') }).click();
  await expect(desk.getByText(word('booking_booked'))).toBeVisible();
  const visits = (await salon.call('get_day', { day })).appointments;
  const made = visits.find((one) => one.client_id === client.client_id);
  expect([made?.lines[0]?.staff_id, made?.lines[0]?.start_min]).toEqual([staff[0]?.staff_id, 600]);
  await expect(barOf(desk)).toHaveCount(0);
});

test('on another screen a notice leads back to it', async ({ desk, salon }) => {
  await begun(desk, salon);
  await desk.getByRole('navigation').getByRole('link', { name: word('shell_clients') }).click();
  await expect(desk.getByText(word('booking_aside_done'))).toBeVisible();
  await desk.getByRole('button', { name: word('booking_aside_resume') }).click();
  await expect(panelOf(desk).getByLabel(word('booking_note'))).toHaveValue('хна нельзя');
});

test('a second one is begun and both are kept apart; one is dropped', async ({ desk, salon }) => {
  const { day, staff } = await begun(desk, salon);
  await desk.locator('[data-card]').click();
  await expect(barOf(desk)).toBeVisible();
  await goTo(desk, `calendar?date=${day}&new=1&staff=${staff[1]?.staff_id}&at=900`);
  const panel = panelOf(desk);
  await panel.getByRole('combobox', { name: word('booking_client') }).fill('Марфа');
  await panel.getByRole('option', { name: word('booking_new_client', { text: 'Марфа' }) }).click();
  await barOf(desk).getByRole('button', { name: /Ольга/ }).first().click();
  await expect(panel.getByLabel(word('booking_note'))).toHaveValue('хна нельзя');
  await expect(barOf(desk)).toContainText('Марфа');
  await barOf(desk).getByRole('button', { name: word('booking_aside_drop', { what: 'Марфа' }) }).click();
  await expect(barOf(desk)).toHaveCount(0);
});

test('nothing is kept of a booking in which nothing was entered', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}&new=1&staff=${staff[0]?.staff_id}&at=600`);
  await expect(panelOf(desk)).toBeVisible();
  await desk.locator('[data-card]').click();
  await expect(desk.getByRole('complementary', { name: word('booking_visit') })).toBeVisible();
  await expect(barOf(desk)).toHaveCount(0);
});

test('what is changed of a saved visit is kept, too', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  const other = await booked(salon, { day, staff: staff[1], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}&visit=${id}`);
  const panel = desk.getByRole('complementary', { name: word('booking_visit') });
  await panel.getByLabel(word('booking_note')).fill('позвонить за час');
  await desk.locator(`[data-card^="${other}"]`).click();
  await expect(panel.getByLabel(word('booking_note'))).toHaveValue('');
  await barOf(desk).getByRole('button').first().click();
  await expect(panel.getByLabel(word('booking_note'))).toHaveValue('позвонить за час');
  await panel.getByRole('button', { name: word('common_save') }).click();
  await expect.poll(async () => (await salon.call('get_appointment', { appointment_id: id })).note).toBe('позвонить за час');
});
