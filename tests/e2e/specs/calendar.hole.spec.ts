/** Time that a visit leaves when it is cancelled in its panel. */
import { sharedDay } from '../support/calendar.ts';
import { booked } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { regulars, shortService, wish, wished } from '../support/waitlist.ts';
import { word } from '../support/words.ts';

for (const view of ['', 'list'])
  test(`a visit is cancelled in the panel, its time goes to the waitlist: ${view || 'day'}`, async ({ desk, salon, look }) => {
    const { day, staff } = await sharedDay(salon);
    const staffId = staff[0]?.staff_id ?? '';
    const id = await booked(salon, { day, staff: staff[0], at: 720, prices: [500_000] });
    const [waiting] = await regulars(salon, 1);
    const { entry_id } = await wished(salon, waiting!, await shortService(salon, staffId), staffId);
    await goTo(desk, `calendar?date=${day}&view=${view}&visit=${id}`);
    const panel = desk.getByRole('complementary', { name: word('booking_visit') });
    await panel.getByRole('button', { name: word('common_status_cancelled') }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: word('booking_reason_ill') }).click();
    await dialog.getByRole('button', { name: word('booking_cancel_do') }).click();
    await expect(desk.locator('[data-hole] [role=option]').first()).toContainText(waiting?.name ?? '-');
    await look(`calendar-hole-panel-${view || 'day'}`);
    await desk.locator('[data-hole]').getByRole('button', { name: word('waitlist_book') }).click();
    await expect.poll(async () => (await wish(salon, entry_id)).state).toBe('booked');
    await expect(desk.locator('[data-hole]')).toHaveCount(0);
  });
