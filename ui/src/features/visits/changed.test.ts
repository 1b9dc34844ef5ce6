import { describe, expect, it } from 'vitest';
import type { HistoryChange, HistoryEntry } from '../../api';
import { lastChange } from './changed';

const change = (
  column: string,
  before: string | null,
  after: string,
  table = 'appointment',
): HistoryChange => ({
  table,
  row: table === 'appointment' ? 'v1' : 'l1',
  column,
  before,
  after,
});
const entry = (kind: string, changes: HistoryChange[], undone = false) =>
  ({ kind, at: 7, who: 'Камила', undone, changes }) as unknown as HistoryEntry;

describe('what a client is to be told', () => {
  it('is where the visit stood before its last move, not the note that came after', () => {
    const entries = [
      entry('appointment_updated', [change('note', 'a', 'b')]),
      entry('appointment_moved', [
        change('start_min', '600', '660', 'appointment_service'),
        change('day', '2026-11-20', '2026-11-21'),
        change('start_min', '600', '660'),
      ]),
      entry('appointment_moved', [change('start_min', '540', '600')]),
    ];
    expect(lastChange(entries, 'v1')).toEqual({
      kind: 'appointment_moved',
      at: 7,
      who: 'Камила',
      day: '2026-11-20',
      startMin: 600,
    });
  });

  it('leaves out what was taken back', () => {
    const entries = [
      entry('appointment_moved', [change('start_min', '600', '660')], true),
      entry('appointment_booked', [change('start_min', null, '600')]),
    ];
    expect(lastChange(entries, 'v1')).toMatchObject({
      kind: 'appointment_booked',
      day: null,
      startMin: null,
    });
  });

  it('is nothing where nothing is known', () => {
    expect(lastChange([], 'v1')).toBeNull();
  });
});
