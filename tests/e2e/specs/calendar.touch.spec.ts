/** A finger on the calendar: held on a card it lifts it, a short touch opens it. */
import type { CDPSession, Page } from '@playwright/test';
import { sharedDay } from '../support/calendar.ts';
import { booked } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test.use({ hasTouch: true });

interface Point {
  x: number;
  y: number;
}

class Finger {
  readonly #session: CDPSession;
  private constructor(session: CDPSession) {
    this.#session = session;
  }
  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }
  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  down = (at: Point) => this.#send('touchStart', [at]);
  move = (to: Point) => this.#send('touchMove', [to]);
  up = () => this.#send('touchEnd', []);
}

test('a card held by a finger is carried to another hour', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  const card = desk.locator('[data-card]');
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card is on the screen');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const finger = await Finger.on(desk);
  await finger.down(at);
  await expect(desk.locator('.lifted').first()).toBeVisible();
  for (const part of [0.5, 1, 1.5, 2]) await finger.move({ x: at.x, y: at.y + box.height * part });
  await finger.up();
  await expect(desk.getByText(word('calendar_moved'))).toBeVisible();
  const start = async () => (await salon.call('get_appointment', { appointment_id: id })).start_min;
  await expect.poll(start).toBeGreaterThanOrEqual(835);
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(desk.getByRole('complementary')).toHaveCount(0);
});

test('a finger that only touches opens the visit', async ({ desk, salon }) => {
  const { day, staff } = await sharedDay(salon);
  await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
  await goTo(desk, `calendar?date=${day}`);
  await desk.locator('[data-card]').tap();
  await expect(desk.getByRole('complementary', { name: word('booking_visit') })).toBeVisible();
});
