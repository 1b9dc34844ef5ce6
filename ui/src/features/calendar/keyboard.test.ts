import { describe, expect, it } from 'vitest';
import type { DayAppointment, DayStaff, DayView } from '../../api';
import { hoursOf, staffColumns, teamOf, weekColumns } from './board';
import { placeOfItem, settle, stepFrom, stopsOf, type Way } from './keyboard';
import { absent, dayOf, person, visit, work } from './sample';
import { settleTeam, stepTeam, WEEK } from './teamwalk';

const OPENS = 540;
const CLOSES = 780;

function columnsOf(staff: DayStaff[], visits: DayAppointment[], more: Partial<DayView> = {}) {
  return staffColumns(dayOf(staff, visits, more), { opens: OPENS, closes: CLOSES });
}

const columns = columnsOf(
  [person('a'), person('b')],
  [visit('v', [work('a', 600, 45)]), visit('w', [work('b', 585, 60)]), visit('x', [work('a', 660, 60)])],
);

function walk(from: string, ...ways: Way[]): string {
  let place = placeOfItem(from, columns);
  for (const way of ways) place = place && stepFrom(place, way, columns, OPENS, CLOSES);
  return place ? `${place.column}:${place.item ?? place.at}` : 'nowhere';
}

describe('the arrows on the day', () => {
  it('stop at every card and at the free half hours between them', () => {
    const stops = stopsOf(columns[0]?.items ?? [], OPENS, CLOSES);
    expect(stops.map((stop) => stop.item ?? stop.at)).toEqual([
      540,
      570,
      'v:a-600',
      645,
      'x:a-660',
      720,
      750,
    ]);
  });
  it('stop where a client waits, for another visit, and at time off', () => {
    const dye = work('a', 600, 120, 'dye', { processing_min: 60, finishing_min: 30 });
    const off = {
      time_off_id: 'o',
      staff_id: 'a',
      start_min: 720,
      end_min: 780,
      kind: 'training',
      note: '',
    } as const;
    const [a] = columnsOf([person('a')], [visit('v', [dye])], { off: [off] });
    const stops = stopsOf(a?.items ?? [], OPENS, CLOSES);
    expect(stops.map((stop) => stop.item ?? stop.at)).toEqual([540, 570, 'v:a-600', 630, 660, 'off:o:a']);
  });
  it('down and up go through cards and free time and stay at the edges', () => {
    expect(walk('v:a-600', 'down')).toBe('0:645');
    expect(walk('v:a-600', 'down', 'down')).toBe('0:x:a-660');
    expect(walk('v:a-600', 'up', 'up', 'up', 'up')).toBe('0:540');
    expect(walk('v:a-600', 'last', 'down')).toBe('0:750');
  });
  it('sideways keep the minute', () => {
    expect(walk('v:a-600', 'right')).toBe('1:w:b-585');
    expect(walk('v:a-600', 'right', 'left')).toBe('0:v:a-600');
    expect(walk('x:a-660', 'right')).toBe('1:660');
    expect(walk('v:a-600', 'left')).toBe('0:v:a-600');
  });
});

describe('a place after the day has changed', () => {
  it('follows its card, also to another column', () => {
    const moved = columnsOf(
      [person('a'), person('b')],
      [visit('v', [{ ...work('a', 600, 45), staff_id: 'b' }])],
    );
    const place = settle({ column: 0, at: 600, item: 'v:a-600', wanted: 600 }, moved, OPENS, CLOSES, OPENS);
    expect(place).toMatchObject({ column: 1, item: 'v:a-600' });
  });
  it('without its card it stands on what is there', () => {
    const empty = columnsOf([person('a')], []);
    const place = settle({ column: 3, at: 610, item: 'gone', wanted: 610 }, empty, OPENS, CLOSES, OPENS);
    expect(place).toMatchObject({ column: 0, at: 600, item: null });
    expect(settle(null, empty, OPENS, CLOSES, 700)).toMatchObject({ column: 0, at: 690 });
    expect(settle(null, [], OPENS, CLOSES, 700)).toBeNull();
  });
});

describe('the arrows on the week of all staff', () => {
  const days = Array.from({ length: WEEK }, (_, index) =>
    dayOf(
      [person('a'), absent('b')],
      index === 0 ? [visit('v', [work('a', 600, 30)]), visit('w', [work('a', 660, 30)])] : [],
      { day: `2026-11-${16 + index}` },
    ),
  );
  const people = teamOf(days).map((staff) => staff.staff_id);
  const cells = weekColumns(days, people, hoursOf(days));
  const go = (...ways: Way[]) => {
    let place = settleTeam(null, cells);
    for (const way of ways) place = place && stepTeam(place, way, cells);
    return place ? `${place.cell}:${place.item ?? ''}` : 'nowhere';
  };

  it('go through the visits of a cell, then to the next person', () => {
    expect(go()).toBe('0:v:a-600');
    expect(go('down')).toBe('0:w:a-660');
    expect(go('down', 'down')).toBe('0:');
    expect(go('down', 'down', 'down')).toBe('7:');
    expect(go('down', 'down', 'down', 'up')).toBe('0:');
    expect(go('up')).toBe('0:v:a-600');
  });
  it('stay within the week of the person', () => {
    expect(go('right')).toBe('1:');
    expect(go('right', 'left')).toBe('0:v:a-600');
    expect(go('left')).toBe('0:v:a-600');
    expect(go('last', 'right')).toBe('6:');
    expect(go('last', 'first')).toBe('0:v:a-600');
  });
  it('a place follows its visit', () => {
    expect(settleTeam({ cell: 3, item: 'w:a-660' }, cells)).toEqual({ cell: 0, item: 'w:a-660' });
    expect(settleTeam({ cell: 99, item: null }, cells)).toEqual({ cell: 13, item: null });
  });
});
