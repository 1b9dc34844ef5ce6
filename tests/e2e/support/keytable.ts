/** The page of keys and seconds, written from what the browser run counted. */
import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { SECONDS_A_DECISION, SECONDS_A_KEY, type Taken } from './job.ts';
import { inProject } from './programs.ts';

/** Keys and seconds that a job may take at most. */
export interface Limits {
  keys?: number;
  seconds?: number;
}

/** One job: what is pressed, and what it took. */
export interface Line extends Taken {
  name: string;
  press: string;
  limits: Limits;
}

/** Keys of a place, as the desk's own sheet lists them. */
export interface Sheet {
  screen: string;
  keys: [key: string, does: string][];
}

/** Screens that have keys, with their addresses. */
export const screens: readonly [name: string, address: string][] = [
  ['Calendar', 'calendar'],
  ['Booking panel', 'calendar?new=1'],
  ['Visits', 'visits'],
  ['Visits: close the day', 'visits?tab=close'],
  ['Visits: to call', 'visits?tab=call'],
  ['Waitlist', 'waitlist'],
  ['Schedule', 'schedule'],
  ['Clients', 'clients'],
  ['Sales', 'sales'],
  ['Products', 'products'],
  ['Cash', 'cash'],
  ['Payroll', 'payroll'],
  ['Payroll: pay run', 'payroll?tab=run'],
  ['Payroll: rules', 'payroll?tab=rules'],
  ['Finance', 'finance'],
  ['Finance: operations', 'finance/operations'],
  ['Finance: set up', 'finance/setup'],
  ['Settings: fiscal device', 'settings/fiscal'],
];

/** What the sheet of keys says now: the keys of this screen, and those that act everywhere. */
export async function sheetHere(page: Page, screen: string): Promise<Sheet[]> {
  const sheet = page.getByRole('dialog');
  await expect(sheet.locator('dt').first()).toBeVisible();
  const groups = await sheet.locator('section').evaluateAll((sections) =>
    sections
      .filter((section) => section.querySelector('dl'))
      .map((section) => ({
        everywhere: section.nextElementSibling === null && section.previousElementSibling !== null,
        part: section.previousElementSibling === null ? '' : `, ${section.querySelector('h3')?.textContent?.toLowerCase() ?? ''}`,
        keys: [...section.querySelectorAll('dl > div')].map((row): [string, string] => {
          const face = (cap: Element) => {
            const arrow = /lucide-arrow-(\w)(\w+)/.exec(cap.querySelector('svg')?.getAttribute('class') ?? '');
            return arrow ? `${arrow[1]?.toUpperCase() ?? ''}${arrow[2] ?? ''}` : (cap.textContent ?? '').trim();
          };
          const shortcuts = [...row.querySelectorAll('dd > *')].map((one) => [...one.querySelectorAll('kbd')].map(face).join('+'));
          // What would be taken back just now is no part of the key's name.
          const does = (row.querySelector('dt')?.textContent ?? '').trim().replace(/^(Undo|Redo): .*/, '$1');
          return [shortcuts.join(' or '), does];
        }),
      })),
  );
  return groups.map(({ everywhere, part, keys }) => ({ screen: everywhere ? 'Everywhere' : `${screen}${part}`, keys }));
}

const seconds = (value: number, digits = 1) => value.toFixed(digits);

function limit({ keys, seconds: most }: Limits): string {
  return [keys && `${keys} keys`, most && `${most} s`].filter(Boolean).join(', ');
}

/** For the console. */
export function printed(lines: readonly Line[]): string {
  const row = ({ name, keys, decisions, waited, seconds: all }: Line) =>
    [keys, decisions.length, seconds(waited, 2), seconds(all), name].map((cell) => String(cell).padStart(5)).join('  ');
  return ['keys  decisions  waited s  seconds  job', ...lines.map(row)].join('\n');
}

const rows = (cells: readonly (readonly string[])[]) => cells.map((row) => `| ${row.join(' | ')} |`).join('\n');

function page(lines: readonly Line[], sheets: readonly Sheet[]): string {
  const jobs = lines.map((line) => [
    line.name,
    line.press,
    String(line.keys),
    String(line.decisions.length),
    seconds(line.waited, 2),
    seconds(line.seconds),
    limit(line.limits),
  ]);
  const why = lines.map(({ name, decisions }) => `- ${name}: ${decisions.join('; ') || 'none'}.`);
  const lists = sheets.map(({ screen, keys }) => `### ${screen}\n\n| key | does |\n|---|---|\n${rows(keys)}`);
  return `# Keys and seconds

What the commonest jobs of a front desk cost, done with the keyboard alone. This page is written by a test (\`tests/e2e/specs/keys.keyboard.spec.ts\` with \`ADELANTE_WRITE_KEYS=1\`); the same test fails where a job exceeds its limit.

| job | pressed | keys | decisions | waited, s | seconds | at most |
|---|---|---|---|---|---|---|
${rows(jobs)}

## How it is measured

- A browser does each job on a demo salon (200 clients, two months) by key presses: no mouse, nothing filled in by script. Letters are pressed one by one, on a Russian layout.
- **Keys** are counted by a listener on the page. A chord (Ctrl+Enter) is one key; a held key is one.
- **Waited** is the time from a key to what it brings on the screen, looked for in every frame and added up over the job. Each job is the first of its kind after the start: what is fetched only then is waited for too. Keys that nobody waits for follow at once.
- **Seconds** are those of the keystroke-level model: ${SECONDS_A_KEY} s a key, ${SECONDS_A_DECISION} s a decision, and what was waited. A practised person at the desk; talking to the client is not in it.
- **A decision** is where the person must read or choose before the next key. Knowing the keys is none.
- A job begins where its line says: on the calendar, on the visit or on the free time in focus.

The decisions:

${why.join('\n')}

## All keys

As the desk's own sheet shows them (\`?\` on any screen); each is listed where it is met first. Keys go by their place on the keyboard: N is N in a Cyrillic layout too. In lists, too, the arrows, Home, End, Page Up and Page Down walk, and Enter opens.

${lists.join('\n\n')}
`;
}

/** Writes docs/keys.md. */
export function write(lines: readonly Line[], sheets: readonly Sheet[]): void {
  const [here, everywhere] = [sheets.filter((one) => one.screen !== 'Everywhere'), sheets.filter((one) => one.screen === 'Everywhere')];
  const common = everywhere.length > 0 ? [{ screen: 'Everywhere', keys: everywhere.flatMap((one) => one.keys) }] : [];
  writeFileSync(inProject('docs/keys.md'), page(lines, [...common, ...here]));
}
