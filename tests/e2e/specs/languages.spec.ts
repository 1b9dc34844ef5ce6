import { cutOff } from '../support/look.ts';
import { booked, quietDay } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { type Language, keys, word } from '../support/words.ts';

const screens = [
  'calendar',
  'clients',
  'import',
  'sales',
  'sales?tab=discounts',
  'sales?tab=prices',
  'products',
  'products/new',
  'products?tab=packages&offer=new',
  'products?tab=certificates',
  'cash',
  'payroll',
  'payroll?tab=run',
  'payroll?tab=runs',
  'payroll?tab=rules',
  'finance',
  'finance/operations',
  'finance/profit',
  'finance/flow',
  'finance/balance',
  'finance/statements',
  'finance/setup',
  'history',
  'schedule',
  'visits',
  'visits?tab=close',
  'visits?tab=call',
  'waitlist',
  'waitlist?tab=orders',
  'settings',
  'settings/device',
  'settings/calendar',
  'settings/resources',
  'settings/till',
  'settings/fiscal',
  'settings/receipt',
  'settings/printing',
];
const languages: readonly Language[] = ['ru', 'uk', 'kk', 'en'];
const zooms = { '100': { width: 1366, height: 768 }, '200': { width: 683, height: 384 } };

for (const language of languages)
  test(`every main screen speaks ${language} and nothing is cut at 100 and 200 %`, async ({ desk, salon }) => {
    test.slow();
    const { day, staff } = await quietDay(salon);
    const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_500_000] });
    await desk.evaluate((value) => localStorage.setItem('adelante.language', value), language);
    await desk.reload();
    await expect(desk.locator('html')).toHaveAttribute('lang', language);
    await expect(desk.getByRole('navigation', { name: word('shell_navigation', {}, language) })).toBeVisible();
    const known = new Set(keys());
    const faults: string[] = [];
    for (const screen of [...screens, `checkout/${visit}`, 'calendar?new=1', `calendar?date=${day}&visit=${visit}`]) {
      await desk.setViewportSize(zooms['100']);
      await goTo(desk, screen);
      await expect(desk.locator('h1').first()).toBeVisible();
      await desk.waitForLoadState('networkidle');
      const shown = (await desk.locator('body').innerText()).match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? [];
      faults.push(...shown.filter((text) => known.has(text)).map((text) => `${screen}: missing ${text}`));
      for (const [percent, size] of Object.entries(zooms)) {
        await desk.setViewportSize(size);
        faults.push(...(await cutOff(desk)).map((text) => `${screen} ${percent} %: ${text}`));
      }
    }
    expect(faults).toEqual([]);
  });
