/** Whether somebody may take an entry back from the history. */
import type { HistoryEntry } from '../../api';

/** An undo or a redo: it answers another entry. */
export function isAnswer(entry: HistoryEntry): boolean {
  return entry.kind === 'operation_undone' || entry.kind === 'operation_redone';
}

/** Money that was posted is answered by a void, never taken back here; a closed shift stays closed. */
export function canTakeBack(entry: HistoryEntry, own: boolean, others: boolean): boolean {
  const possible = entry.undo === 'inverse' || entry.undo === 'mixed';
  return possible && !isAnswer(entry) && !entry.undone && (own || others);
}
