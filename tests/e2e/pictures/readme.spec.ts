import { mkdirSync, rmSync } from 'node:fs';
import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { settled } from '../support/look.ts';
import { addDays } from '../support/prepare.ts';
import { inProject } from '../support/programs.ts';
import { makeDemo, newFolder, Salon } from '../support/salon.ts';
import { expect, goTo, signIn, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

const folder = inProject('docs/pictures');
const MOST_BYTES = 250 * 1024;
test('the pictures of the README', async ({ page }) => {
  mkdirSync(folder, { recursive: true });
  const demo = newFolder();
  const now = new Date().toISOString().slice(0, 10);
  makeDemo(demo, ['--seed', '7', '--clients', '600', '--months', '3', '--staff', '8', '--lang', 'ru', '--today', now]);
  const salon = Salon.copyOf(demo);
  rmSync(demo, { recursive: true });
  await salon.start();
  try {
    await salon.call('open_shift', { count: null });
    await page.goto(salon.url);
    await signIn(page);
    const { day, visit, client } = await busiest(salon, now);
    await goTo(page, `calendar?date=${day}`);
    await expect(page.locator('[data-card]').first()).toBeVisible();
    await picture(page, 'calendar');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'calendar-dark');
    await page.emulateMedia({ colorScheme: 'light' });

    await goTo(page, `clients/${client}`);
    await expect(page.getByRole('heading', { name: word('clients_contacts') })).toBeVisible();
    await picture(page, 'client');

    await goTo(page, `checkout/${visit}`);
    const sum = page.locator('.payment input').first();
    await expect(sum).toBeVisible();
    await sum.fill('4000');
    await page.keyboard.press('F2');
    await expect(page.getByText(word('checkout_allocated'))).toBeVisible();
    await picture(page, 'checkout');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: like('checkout_page') })).toBeVisible();
    await picture(page, 'receipt');

    await goTo(page, 'import');
    await page.locator('input[type=file]').setInputFiles(inProject('tests/fixtures/clients/yclients_like_1.xlsx'));
    await expect(page.getByRole('button', { name: like('import_run') })).toBeEnabled();
    await picture(page, 'import');
  } finally {
    await salon.remove();
  }
});

/** The fullest of the last seven days, a dear unpaid visit of it, and a client who comes often. */
async function busiest(salon: Salon, now: string): Promise<{ day: string; visit: string; client: string }> {
  const days = await Promise.all([-1, -2, -3, -4, -5, -6, -7].map((days) => salon.call('get_day', { day: addDays(now, days) })));
  days.sort((a, b) => b.appointments.length - a.appointments.length);
  const [full] = days;
  if (!full) throw new Error('a demo salon has days');
  const today = await salon.call('get_day', { day: now });
  const unpaid = today.appointments
    .filter((one) => one.payment_status === 'unpaid' && one.client && one.total_minor > 1_000_000 && !['cancelled', 'no_show'].includes(one.status))
    .sort((a, b) => b.lines.length - a.lines.length);
  const { clients } = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 100 });
  const faithful = clients.toSorted((a, b) => Number(Boolean(b.allergy)) - Number(Boolean(a.allergy)) || b.visits - a.visits);
  return { day: full.day, visit: unpaid[0]?.appointment_id ?? '', client: faithful[0]?.client_id ?? '' };
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await settled(page);
  const bytes = await page.screenshot();
  const small = await sharp(bytes).png({ palette: true, quality: 90, effort: 10 }).toBuffer();
  expect(small.length, `${name}.png is small enough for a README`).toBeLessThanOrEqual(MOST_BYTES);
  await sharp(small).toFile(`${folder}/${name}.png`);
}
