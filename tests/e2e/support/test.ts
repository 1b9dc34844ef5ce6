/** What every spec begins with: a salon of its own, running, and the desk in a browser. */
import { test as base, expect, type Page } from '@playwright/test';
import { looksRight } from './look.ts';
import { PIN, Salon } from './salon.ts';
import { word } from './words.ts';

export { expect };

/** Which salon a spec works on. */
export type Kind = 'demo' | 'none' | 'damaged';

interface Given {
  kind: Kind;
  salon: Salon;
  /** The desk as it opens. */
  door: Page;
  /** The desk with the owner signed in. */
  desk: Page;
  /** axe and pictures, light and dark. */
  look: (name: string) => Promise<void>;
}

export const test = base.extend<Given>({
  kind: ['demo', { option: true }],

  salon: async ({ kind }, use) => {
    const demo = process.env.ADELANTE_E2E_DEMO ?? '';
    const salon = kind === 'none' ? Salon.none() : Salon.copyOf(demo);
    if (kind === 'damaged') {
      await salon.start();
      await salon.call('make_backup', {});
      await salon.stop();
      salon.damage();
    }
    await salon.start();
    await use(salon);
    await salon.remove();
  },

  door: async ({ page, salon }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(salon.url);
    await use(page);
    expect(faults, 'no script of the page fails').toEqual([]);
  },

  desk: async ({ door }, use) => {
    await signIn(door);
    await use(door);
  },

  look: async ({ page }, use) => {
    await use((name) => looksRight(page, name));
  },
});

/** Signs the owner in: chosen from those who work here, then the PIN. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(word('common_role_owner')) }).click();
  await expect(page.getByRole('group', { name: word('common_pin') })).toBeVisible();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: word('shell_navigation'), exact: true })).toBeVisible();
}

/** Goes to an address of the desk, as a link or the back button would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${address}`);
  const screen = /^[^/?]*/.exec(address)?.[0] ?? '';
  // A key that is pressed before the screen is there is nobody's.
  const there = (name: string) => document.documentElement.dataset.screen === name;
  await page.waitForFunction(there, screen, { timeout: 10_000 });
}
