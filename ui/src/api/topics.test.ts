import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandKinds } from './generated/wire';
import { topicsOf } from './topics';

const stale: Record<string, readonly string[]> = topicsOf;
const reads = Object.entries(commandKinds).flatMap(([name, kind]) => (kind === 'query' ? [name] : []));
/** Always the same: they come with the program, not from the salon's tables. */
const fixed = ['get_starter_services', 'list_countries'];

/** The topics that the store's own list of tables names. */
function topicsOfTables(): string[] {
  const tables = readFileSync(join(import.meta.dirname, '../../../crates/store/src/tables.rs'), 'utf8');
  return [...new Set([...tables.matchAll(/topic: "(\w+)"/g)].map((match) => match[1] ?? ''))];
}

describe('what makes an answer stale', () => {
  it.each(reads)('%s is read again when something it shows has changed', (name) => {
    const own = stale[name] ?? [];
    if (fixed.includes(name)) expect(stale[name]).toEqual([]);
    else expect(own).not.toEqual([]);
    expect(new Set(own).size, 'each topic once').toBe(own.length);
  });

  it('every topic of a table makes some answer stale', () => {
    const known = topicsOfTables();
    expect(known).toContain('appointments');
    const heard = new Set(reads.flatMap((name) => stale[name] ?? []));
    expect(known.filter((topic) => !heard.has(topic))).toEqual([]);
  });

  it('what an appointment shows is read again with clients, staff and services', () => {
    for (const name of reads.filter((one) => stale[one]?.[0] === 'appointments'))
      expect(stale[name], name).toEqual(expect.arrayContaining(['clients', 'staff', 'services']));
  });
});
