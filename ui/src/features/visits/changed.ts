/** What happened to a visit that its client is to be told about. */
import type { HistoryEntry } from '../../api';

export interface Changed {
  /** Name of the action, past tense. */
  kind: string;
  at: number;
  who: string;
  /** Where the visit stood before, as far as that changed. */
  day: string | null;
  startMin: number | null;
}

/** The latest entry that moved the visit or changed where it stands; else the latest of all. */
export function lastChange(entries: readonly HistoryEntry[], visitId: string): Changed | null {
  const told = ['day', 'start_min', 'status', 'staff_id'];
  const standing = entries.filter((entry) => !entry.undone);
  const entry =
    standing.find(({ changes }) =>
      changes.some(
        ({ column, before, after }) => told.includes(column) && before !== null && before !== after,
      ),
    ) ?? standing[0];
  if (!entry) return null;
  const before = (column: string) =>
    entry.changes.find((one) => one.table === 'appointment' && one.row === visitId && one.column === column)
      ?.before ?? null;
  const minute = before('start_min');
  return {
    kind: entry.kind,
    at: entry.at,
    who: entry.who,
    day: before('day'),
    startMin: minute !== null && /^\d+$/.test(minute) ? Number(minute) : null,
  };
}
