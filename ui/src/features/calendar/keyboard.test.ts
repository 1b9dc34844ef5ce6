import { describe, expect, it } from 'vitest';
import { columnsOf } from './geometry';
import { dayOf, person, visit, work } from './sample';
import { placeOfCard, settle, stepFrom, stopsOf, type Way } from './keyboard';

const columns = columnsOf(
  dayOf(
    [person('a'), person('b')],
    [visit('v', [work('a', 600, 45)]), visit('w', [work('b', 585, 60)]), visit('x', [work('a', 660, 60)])],
  ),
);
const OPENS = 540;
const CLOSES = 780;

function walk(from: string, ...ways: Way[]): string {
  let place = placeOfCard(from, columns);
  for (const way of ways) place = place && stepFrom(place, way, columns, OPENS, CLOSES);
  return place ? `${place.column}:${place.card ?? place.at}` : 'nowhere';
}

describe('the arrows on the day', () => {
  it('stops at every card and at the free half hours between them', () => {
    const stops = stopsOf(columns[0]?.cards ?? [], OPENS, CLOSES);
    expect(stops.map((stop) => stop.card ?? stop.at)).toEqual([
      540,
      570,
      'v:a-600',
      645,
      'x:a-660',
      720,
      750,
    ]);
  });
  it('down and up go through cards and free time and stay at the edges', () => {
    expect(walk('v:a-600', 'down')).toBe('0:645');
    expect(walk('v:a-600', 'down', 'down')).toBe('0:x:a-660');
    expect(walk('v:a-600', 'up', 'up', 'up', 'up')).toBe('0:540');
    expect(walk('v:a-600', 'last', 'down')).toBe('0:750');
  });
  it('sideways keeps the minute', () => {
    expect(walk('v:a-600', 'right')).toBe('1:w:b-585');
    expect(walk('v:a-600', 'right', 'left')).toBe('0:v:a-600');
    expect(walk('x:a-660', 'right')).toBe('1:660');
    expect(walk('v:a-600', 'left')).toBe('0:v:a-600');
  });
});

describe('a place after the day has changed', () => {
  it('follows its card, also to another column', () => {
    const moved = columnsOf(
      dayOf([person('a'), person('b')], [visit('v', [{ ...work('a', 600, 45), staff_id: 'b' }])]),
    );
    const place = settle({ column: 0, at: 600, card: 'v:a-600', wanted: 600 }, moved, OPENS, CLOSES, OPENS);
    expect(place).toMatchObject({ column: 1, card: 'v:a-600' });
  });
  it('without its card it stands on what is there', () => {
    const empty = columnsOf(dayOf([person('a')], []));
    const place = settle({ column: 3, at: 610, card: 'gone', wanted: 610 }, empty, OPENS, CLOSES, OPENS);
    expect(place).toMatchObject({ column: 0, at: 600, card: null });
    expect(settle(null, empty, OPENS, CLOSES, 700)).toMatchObject({ column: 0, at: 690 });
    expect(settle(null, [], OPENS, CLOSES, 700)).toBeNull();
  });
});
