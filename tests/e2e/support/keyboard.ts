/** What keyboard specs share: they have no mouse and may not put the focus anywhere themselves. */
import { expect, type Locator, type Page } from '@playwright/test';

const LONGEST_WAY = 60;

/** Presses Tab until the element has the focus; answers how often. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<number> {
  await expect(wanted.first()).toBeVisible();
  for (let presses = 0; presses <= LONGEST_WAY; presses++) {
    if (await wanted.first().evaluate((node) => node === document.activeElement)) return presses;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not reach ${wanted.toString()}`);
}

/** Counts the keys that go down from now on, as the page hears them. */
export async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { keysPressed: number };
    counter.keysPressed = 0;
    window.addEventListener(
      'keydown',
      (event) => {
        const alone = ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
        if (!alone && !event.repeat) counter.keysPressed += 1;
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => (window as unknown as { keysPressed: number }).keysPressed);
}
