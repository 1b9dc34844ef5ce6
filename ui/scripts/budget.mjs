/**
 * Checks what a build weighs: start, every lazy screen, styles, fonts. Fails when one is over.
 * The start is the entry with everything it imports at once; a screen is what comes on top.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const LIMITS = { start: 120 * KB, screen: 40 * KB, styles: 15 * KB, fonts: 100 * KB };
const dist = process.argv[2] ?? 'dist';
const assets = join(dist, 'assets');

const files = readdirSync(assets);
const sizeOf = new Map();
const staticOf = new Map();
const lazyOf = new Map();
for (const file of files.filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(join(assets, file), 'utf8');
  sizeOf.set(file, gzipSync(code).length);
  const refs = (pattern) => [...code.matchAll(pattern)].map((match) => basename(match[1]));
  staticOf.set(file, refs(/(?:from|import)\s*["'`](\.\/[^"'`]+\.js)["'`]/g));
  lazyOf.set(file, refs(/import\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/g));
}

function closure(entry, without = new Set()) {
  const seen = new Set();
  const waiting = [entry];
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (seen.has(file) || without.has(file) || !sizeOf.has(file)) continue;
    seen.add(file);
    waiting.push(...(staticOf.get(file) ?? []));
  }
  return seen;
}

const sum = (set) => [...set].reduce((total, file) => total + sizeOf.get(file), 0);
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const entries = [...html.matchAll(/(?:src|href)="\.?\/?assets\/([^"]+\.js)"/g)].map((match) => match[1]);
if (entries.length === 0) throw new Error(`no entry script in ${join(dist, 'index.html')}`);
const start = new Set(entries.flatMap((entry) => [...closure(entry)]));
const lazy = new Set([...start].flatMap((file) => lazyOf.get(file) ?? []).filter((file) => !start.has(file)));

const ofKind = (ending) => files.filter((name) => name.endsWith(ending));
const zipped = (name) => gzipSync(readFileSync(join(assets, name))).length;
const linked = [...html.matchAll(/href="\.?\/?assets\/([^"]+\.css)"/g)].map((match) => match[1]);
if (linked.length === 0) throw new Error(`no styles at the start in ${join(dist, 'index.html')}`);
const styles = linked.reduce((total, name) => total + zipped(name), 0);
const later = ofKind('.css').filter((name) => !linked.includes(name));
const fonts = ofKind('.woff2').reduce((total, name) => total + statSync(join(assets, name)).size, 0);

const lines = [
  ['start', sum(start), LIMITS.start],
  ...[...lazy].sort().map((file) => [`screen ${file}`, sum(closure(file, start)), LIMITS.screen]),
  ['styles at the start', styles, LIMITS.styles],
  ...later.sort().map((name) => [`styles ${name}`, zipped(name), LIMITS.styles]),
  ['fonts', fonts, LIMITS.fonts],
];
let over = 0;
for (const [name, size, limit] of lines) {
  const bad = size > limit;
  over += bad ? 1 : 0;
  console.log(`${bad ? 'OVER ' : 'ok   '}${name}: ${(size / KB).toFixed(1)} of ${limit / KB} KB`);
}
if (over > 0) {
  console.error(`${over} over budget`);
  process.exitCode = 1;
}
