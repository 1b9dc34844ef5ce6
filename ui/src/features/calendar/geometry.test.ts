import { describe, expect, it } from 'vitest';
import type { DayView } from '../../api';
import { applyMove, columnsOf, conflictOf, joinMoves, moveInput, snap } from './geometry';
import { dayOf, person, visit, work } from './sample';

describe('the cards of a day', () => {
  it('services in a row by one person are one card, another person has their own', () => {
    const day = dayOf(
      [person('a'), person('b')],
      [visit('v', [work('a', 600, 30, 'cut'), work('a', 630, 30, 'dry'), work('b', 660, 60, 'nails')])],
    );
    const [a, b] = columnsOf(day);
    expect(a?.cards.map(({ start, end, services }) => [start, end, services])).toEqual([
      [600, 660, ['cut', 'dry']],
    ]);
    expect(a?.cards[0]?.lastLine).toBe('a-630');
    expect(b?.cards.map(({ start, end }) => [start, end])).toEqual([[660, 720]]);
  });
  it('a pause between services of one person leaves two cards', () => {
    const day = dayOf([person('a')], [visit('v', [work('a', 600, 30), work('a', 700, 30)])]);
    expect(columnsOf(day)[0]?.cards).toHaveLength(2);
  });
  it('visits at one time stand side by side', () => {
    const day = dayOf([person('a')], [visit('v', [work('a', 600, 60)]), visit('w', [work('a', 630, 60)])]);
    expect(columnsOf(day)[0]?.cards.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
  it('hours that the person does not work are shaded within the day', () => {
    const day = dayOf([person('a', { start_min: 600 }), person('b', { working: false })], []);
    const [a, b] = columnsOf(day);
    expect(a?.off).toEqual([
      { from: 540, to: 600 },
      { from: 1140, to: 1200 },
    ]);
    expect(a?.pause).toEqual({ from: 780, to: 840 });
    expect(b?.off).toEqual([{ from: 540, to: 1200 }]);
    expect(b?.pause).toBeNull();
  });
});

describe('a move', () => {
  const day = dayOf(
    [person('a'), person('b')],
    [visit('v', [work('a', 600, 30), work('b', 630, 60)]), visit('w', [work('b', 900, 60)])],
  );
  const linesOf = (moved: DayView) =>
    moved.appointments[0]?.lines.map((line) => [line.staff_id, line.start_min]);

  it('shifts the whole visit and gives one person’s services to another', () => {
    const move = { visitId: 'v', day: day.day, start: 660, from: 'b', to: 'a' };
    const once = applyMove(day, move);
    expect(linesOf(once)).toEqual([
      ['a', 660],
      ['a', 690],
    ]);
    expect(applyMove(once, move)).toEqual(once);
  });
  it('to another day takes the visit off this one', () => {
    const moved = applyMove(day, { visitId: 'v', day: '2026-11-22', start: 600 });
    expect(moved.appointments.map((one) => one.appointment_id)).toEqual(['w']);
  });
  it('names what it runs into, and not the visit itself', () => {
    expect(conflictOf(day, 'v')).toBeNull();
    const busy = applyMove(day, { visitId: 'v', day: day.day, start: 860 });
    expect(conflictOf(busy, 'v')).toEqual({ kind: 'busy', staff: 'b', from: 900, to: 960, client: 'w' });
    const pause = applyMove(day, { visitId: 'v', day: day.day, start: 770 });
    expect(conflictOf(pause, 'v')).toMatchObject({ kind: 'break', from: 780, to: 840 });
    const late = applyMove(day, { visitId: 'v', day: day.day, start: 1080 });
    expect(conflictOf(late, 'v')).toMatchObject({ kind: 'hours', to: 1140 });
  });
  it('a cancelled visit is in nobody’s way', () => {
    const other = dayOf(
      [person('a')],
      [visit('v', [work('a', 600, 60)]), visit('w', [work('a', 600, 60)], { status: 'cancelled' })],
    );
    expect(conflictOf(other, 'v')).toBeNull();
  });
  it('several presses are one move; back where it was is no change of person', () => {
    const first = { visitId: 'v', day: day.day, start: 605, from: 'a', to: 'b' };
    const joined = joinMoves(first, { visitId: 'v', day: day.day, start: 610, from: 'b', to: 'c' });
    expect(joined).toMatchObject({ start: 610, from: 'a', to: 'c' });
    const back = joinMoves(first, { visitId: 'v', day: day.day, start: 600, from: 'b', to: 'a' });
    expect(moveInput(back)).toMatchObject({ start_min: 600, from_staff_id: null, to_staff_id: null });
  });
  it('snaps to five minutes', () => {
    expect([602, 603, 607.4, 607.5].map((minute) => snap(minute))).toEqual([600, 605, 605, 610]);
  });
});
