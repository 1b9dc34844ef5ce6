import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../api';
import { canTakeBack } from './takeback';

const entry = (part: Partial<HistoryEntry>): HistoryEntry => ({
  operation_id: '1',
  kind: 'client_updated',
  at: 0,
  who: '',
  subject: '',
  undo: 'inverse',
  undone: false,
  reason: '',
  operations: 1,
  changes: [],
  ...part,
});

describe('canTakeBack', () => {
  it('lets people take back their own, and others only by permission', () => {
    expect(canTakeBack(entry({}), true, false)).toBe(true);
    expect(canTakeBack(entry({}), false, false)).toBe(false);
    expect(canTakeBack(entry({}), false, true)).toBe(true);
  });

  it('never offers it for posted money, closed shifts, or what is taken back already', () => {
    expect(canTakeBack(entry({ undo: 'compensate' }), true, true)).toBe(false);
    expect(canTakeBack(entry({ undo: 'never' }), true, true)).toBe(false);
    expect(canTakeBack(entry({ undone: true }), true, true)).toBe(false);
    expect(canTakeBack(entry({ kind: 'operation_undone' }), true, true)).toBe(false);
  });
});
