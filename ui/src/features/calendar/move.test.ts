import { describe, expect, it } from 'vitest';
import type { DayView } from '../../api';
import { conflictOf } from './conflicts';
import { applyMove, joinMoves, moveInput } from './move';
import { dayOf, person, visit, work } from './sample';

const day = dayOf(
  [person('a'), person('b')],
  [visit('v', [work('a', 600, 30), work('b', 630, 60)]), visit('w', [work('b', 900, 60)])],
);
const own = day.appointments[0];
const linesOf = (moved: DayView) =>
  moved.appointments
    .find((one) => one.appointment_id === 'v')
    ?.lines.map((line) => [line.staff_id, line.start_min]);

describe('a move', () => {
  it('shifts the whole visit and gives one person’s services to another', () => {
    const move = { visitId: 'v', day: day.day, start: 660, from: 'b', to: 'a' };
    const once = applyMove(day, move);
    expect(linesOf(once)).toEqual([
      ['a', 660],
      ['a', 690],
    ]);
    expect(applyMove(once, move)).toEqual(once);
  });
  it('to another day takes the visit off this one and shows it there, however often', () => {
    const move = { visitId: 'v', day: '2026-11-22', start: 660, visit: own };
    expect(applyMove(day, move).appointments.map((one) => one.appointment_id)).toEqual(['w']);
    const next = applyMove(dayOf([person('a')], [], { day: '2026-11-22' }), move);
    expect(linesOf(next)).toEqual([
      ['a', 660],
      ['b', 690],
    ]);
    expect(applyMove(next, move)).toEqual(next);
  });
  it('several presses are one move; back where it was is no change of person', () => {
    const first = { visitId: 'v', day: day.day, start: 605, from: 'a', to: 'b', visit: own };
    const joined = joinMoves(first, { visitId: 'v', day: '2026-11-22', start: 610, from: 'b', to: 'c' });
    expect(joined).toMatchObject({ day: '2026-11-22', start: 610, from: 'a', to: 'c', visit: own });
    const back = joinMoves(first, { visitId: 'v', day: day.day, start: 600, from: 'b', to: 'a' });
    expect(moveInput(back)).toMatchObject({ start_min: 600, from_staff_id: null, to_staff_id: null });
  });
});

describe('what a visit would run into', () => {
  const at = (start: number, on = day) =>
    conflictOf(applyMove(on, { visitId: 'v', day: on.day, start }), 'v');

  it('names another visit, a pause, the hours, and not the visit itself', () => {
    expect(conflictOf(day, 'v')).toBeNull();
    expect(at(860)).toEqual({ kind: 'busy', staff: 'b', from: 900, to: 960, client: 'w' });
    expect(at(770)).toMatchObject({ kind: 'break', from: 780, to: 840 });
    expect(at(1080)).toMatchObject({ kind: 'hours', to: 1140 });
  });
  it('a cancelled visit is in nobody’s way', () => {
    const other = dayOf(
      [person('a')],
      [visit('v', [work('a', 600, 60)]), visit('w', [work('a', 600, 60)], { status: 'cancelled' })],
    );
    expect(conflictOf(other, 'v')).toBeNull();
  });
  it('while a client waits there is room for another, before and after there is none', () => {
    const dye = work('a', 900, 120, 'dye', { processing_min: 60, finishing_min: 30, transition_min: 15 });
    const busy = dayOf([person('a')], [visit('v', [work('a', 600, 30)]), visit('w', [dye])]);
    expect(at(930, busy)).toBeNull();
    expect(at(960, busy)).toBeNull();
    expect(at(910, busy)).toMatchObject({ kind: 'busy' });
    expect(at(980, busy)).toMatchObject({ kind: 'busy' });
    expect(at(1025, busy)).toMatchObject({ kind: 'cleaning', from: 1020, to: 1035 });
    expect(at(1035, busy)).toBeNull();
  });
  it('names the room, the client’s other visit, time off and held times', () => {
    const room = { resource_id: 'r', name: 'Room 1', units: 1 };
    const inRoom = { resource_ids: ['r'] };
    const people = [person('a'), person('b'), person('c')];
    const full = dayOf(
      people,
      [
        visit('v', [work('a', 600, 30, 'wash', inRoom)], { client_id: 'ann' }),
        visit('w', [work('b', 660, 30, 'wash', inRoom)]),
        visit('x', [work('c', 720, 30)], { client_id: 'ann', client: 'Ann' }),
      ],
      {
        resources: [room],
        off: [{ time_off_id: 'o', staff_id: 'a', start_min: 900, end_min: 960, kind: 'training', note: '' }],
        holds: [{ entry_id: 'h', staff_id: 'a', start_min: 1000, end_min: 1060, client: 'Eva', until: 0 }],
      },
    );
    expect(at(650, full)).toMatchObject({ kind: 'resource', resource: 'Room 1', from: 660 });
    expect(at(725, full)).toMatchObject({ kind: 'client', client: 'Ann' });
    expect(at(940, full)).toMatchObject({ kind: 'off', off: 'training' });
    expect(at(1050, full)).toMatchObject({ kind: 'held', client: 'Eva' });
    const two = { ...full, resources: [{ ...room, units: 2 }] };
    expect(at(650, two)).toBeNull();
  });
});
