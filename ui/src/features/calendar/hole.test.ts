import { describe, expect, it } from 'vitest';
import { holeOf } from './hole';
import { shownOf } from './range';

const line = (staff_id: string, start_min: number, duration_min: number, room = '') => ({
  staff_id,
  start_min,
  duration_min,
  resource_ids: room ? [room] : [],
});
const day = '2026-11-25';
const shown = (params: Record<string, string>) => shownOf({ date: day, ...params }, '2026-11-21');
const columnIn = (params: Record<string, string>, of = line('anna', 600, 60, 'room')) =>
  holeOf(shown(params), day, [of])?.column;

describe('the time that a cancelled visit leaves', () => {
  it('is that of the first person, up to where another goes on', () => {
    const lines = [line('olga', 720, 30), line('anna', 660, 60), line('anna', 600, 60)];
    expect(holeOf(shown({}), day, lines)).toEqual({
      day,
      staffId: 'anna',
      from: 600,
      to: 720,
      column: 'anna',
    });
    expect(holeOf(shown({}), day, [])).toBeNull();
  });

  it('ends where the same person has a pause', () => {
    expect(holeOf(shown({}), day, [line('anna', 600, 60), line('anna', 690, 30)])?.to).toBe(660);
  });

  it('is shown in the column or cell of its view', () => {
    expect(columnIn({ who: 'anna' })).toBe('anna');
    expect(columnIn({ who: 'rooms' })).toBe('room');
    expect(columnIn({ view: 'week' })).toBe(`${day}:anna`);
    expect(columnIn({ view: 'week', who: 'anna' })).toBe(`${day}:anna`);
  });

  it('has no column where its person, room or date is not shown', () => {
    expect(columnIn({ who: 'olga' })).toBe('');
    expect(columnIn({ who: 'rooms' }, line('anna', 600, 60))).toBe('');
    expect(columnIn({ view: 'week', who: 'olga' })).toBe('');
    expect(columnIn({ view: 'list' })).toBe('');
    expect(columnIn({ date: '2026-11-26' })).toBe('');
  });
});
