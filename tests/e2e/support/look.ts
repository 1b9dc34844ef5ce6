/** How a screen looks: axe finds nothing, nothing is cut, a picture of each theme is kept. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { inProject } from './programs.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const output = inProject('tests/e2e/output');

/** Both themes of what is on the screen now. */
export async function looksRight(page: Page, name: string): Promise<void> {
  mkdirSync(output, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await settled(page);
    await page.screenshot({ path: `${output}/${name}-${theme}.png` });
    expect(await violations(page), `axe, ${name}, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Two frames after the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

/** What axe complains of, one line each. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const results = await checker.run({ resultTypes: ['violations'] });
    return results.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, target }) => ({ html, target })) }));
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${String(target)} ${html.slice(0, 160)}`),
  );
}

/** What is cut off at the side: the page itself, or a box whose content is wider and cannot be scrolled. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) found.push(`page ${document.documentElement.scrollWidth} > ${width}`);
    const scrolls = (node: Element | null): boolean => {
      for (let at = node; at; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
      return false;
    };
    for (const node of document.querySelectorAll<HTMLElement>('button, a, input, h1, h2, h3, label, [role=tab], [role=option]')) {
      const box = node.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || node.closest('.sr-only, [aria-hidden=true]')) continue;
      if ((box.right > width + 1 || box.left < -1) && !scrolls(node.parentElement))
        found.push(`outside: ${node.tagName} ${(node.textContent || node.getAttribute('aria-label') || '').trim().slice(0, 60)} ${Math.round(box.left)}–${Math.round(box.right)}`);
    }
    return found;
  });
}
