/** Whether somebody may take an entry back from the history. */
import type { HistoryEntry } from '../../api';

/** Money that was posted is answered by a void, never taken back here; a closed shift stays closed. */
export function canTakeBack(entry: HistoryEntry, own: boolean, others: boolean): boolean {
  const possible = entry.undo === 'inverse' || entry.undo === 'mixed';
  const answer = entry.kind === 'operation_undone' || entry.kind === 'operation_redone';
  return possible && !answer && !entry.undone && (own || others);
}
