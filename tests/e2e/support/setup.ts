/** Makes the demo salon once; every test works on a copy of its own. */
import { rmSync } from 'node:fs';
import { inProject } from './programs.ts';
import { makeDemo, newFolder } from './salon.ts';

export default function setup(): () => void {
  rmSync(inProject('tests/e2e/output'), { recursive: true, force: true });
  const folder = newFolder();
  makeDemo(folder, ['--seed', '7', '--clients', '200', '--months', '2', '--visits-only', '--lang', 'ru', '--country', 'KZ']);
  process.env.ADELANTE_E2E_DEMO = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
