import { describe, expect, it } from 'vitest';
import type { DayAppointment, DayStaff, DayView } from '../../api';
import { Columns, hoursOf, roomColumns, staffColumns, teamOf, weekColumns } from './board';
import { type Card, type Column, shadeOf, snap } from './geometry';
import { applyMove } from './move';
import { absent, dayOf, person, visit, work } from './sample';

function columns(staff: DayStaff[], visits: DayAppointment[], more: Partial<DayView> = {}): Column[] {
  return staffColumns(dayOf(staff, visits, more), { opens: 540, closes: 1200 });
}
const lanesOf = (cards: readonly Card[] = []) => cards.map(({ lane, lanes }) => [lane, lanes]);

describe('the cards of a day', () => {
  it('services in a row by one person are one card, another person has their own', () => {
    const [a, b] = columns(
      [person('a'), person('b')],
      [visit('v', [work('a', 600, 30, 'cut'), work('a', 630, 30, 'dry'), work('b', 660, 60, 'nails')])],
    );
    expect(a?.cards.map(({ start, end, services }) => [start, end, services])).toEqual([
      [600, 660, ['cut', 'dry']],
    ]);
    expect(a?.cards[0]?.lastLine).toBe('a-630');
    expect(b?.cards.map(({ start, end }) => [start, end])).toEqual([[660, 720]]);
  });
  it('a pause between services of one person leaves two cards', () => {
    const [a] = columns([person('a')], [visit('v', [work('a', 600, 30), work('a', 700, 30)])]);
    expect(a?.cards).toHaveLength(2);
  });
  it('visits at one time stand side by side', () => {
    const [a] = columns([person('a')], [visit('v', [work('a', 600, 60)]), visit('w', [work('a', 630, 60)])]);
    expect(lanesOf(a?.cards)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
  it('the waiting within a service and the clean-up after it are drawn where they are', () => {
    const dye = work('a', 600, 120, 'dye', { processing_min: 40, finishing_min: 30, transition_min: 10 });
    const [a] = columns([person('a')], [visit('v', [dye])]);
    expect(a?.cards[0]?.waits).toEqual([{ from: 650, to: 690 }]);
    expect(a?.cards[0]?.cleaning).toBe(10);
  });
  it('a held time stands beside a visit, time off is behind it', () => {
    const hold = { entry_id: 'h', staff_id: 'a', start_min: 600, end_min: 660, client: 'Ann', until: 0 };
    const off = {
      time_off_id: 'o',
      staff_id: null,
      start_min: 540,
      end_min: 720,
      kind: 'sick',
      note: '',
    } as const;
    const [a] = columns([person('a')], [visit('v', [work('a', 600, 60)])], { holds: [hold], off: [off] });
    expect(a?.items.map(({ kind, lanes }) => [kind, lanes])).toEqual([
      ['off', 1],
      ['visit', 2],
      ['hold', 2],
    ]);
  });
  it('who comes to a group stands in rows within it, who cancelled does not', () => {
    const group = {
      group_id: 'g',
      staff_id: 'a',
      service_id: 's',
      title: 'Yoga',
      start_min: 600,
      duration_min: 60,
      places: 8,
      taken: 2,
    };
    const member = (id: string, more: Partial<DayAppointment> = {}) =>
      visit(id, [work('a', 600, 60)], { group_id: 'g', ...more });
    const [a] = columns([person('a')], [member('v'), member('w'), member('x', { status: 'cancelled' })], {
      groups: [group],
    });
    const seats = a?.cards.map((card) => [card.visit.appointment_id, card.seat, card.seats]);
    expect(seats).toEqual(
      expect.arrayContaining([
        ['v', 0, 2],
        ['w', 1, 2],
        ['x', null, 0],
      ]),
    );
    expect(a?.items[0]?.kind).toBe('group');
  });
});

describe('what is not worked', () => {
  it('is shaded before and after, and a pause is between', () => {
    const [a, b] = columns([person('a', [600, 780], [840, 1140]), absent('b')], []);
    expect(a?.shade).toEqual([
      { from: 540, to: 600 },
      { from: 1140, to: 1200 },
    ]);
    expect(a?.pauses).toEqual([{ from: 780, to: 840 }]);
    expect(b?.shade).toEqual([{ from: 540, to: 1200 }]);
    expect(b?.pauses).toEqual([]);
  });
  it('two pauses of a day are two', () => {
    const worked = [
      [540, 600],
      [660, 720],
      [780, 900],
    ].map(([start_min = 0, end_min = 0]) => ({ start_min, end_min }));
    expect(shadeOf(worked, 540, 900).pauses).toEqual([
      { from: 600, to: 660 },
      { from: 720, to: 780 },
    ]);
  });
});

it('a move draws the columns anew that it changes, and no others', () => {
  const hours = { opens: 540, closes: 1200 };
  const made = new Columns();
  const day = dayOf(
    [person('a'), person('b'), person('c')],
    ['a', 'b', 'c'].map((id) => visit(id, [work(id, 600, 60)])),
  );
  const before = staffColumns(day, hours, '', made);
  const moved = applyMove(day, { visitId: 'a', day: day.day, start: 700, from: 'a', to: 'b' });
  const after = staffColumns(moved, hours, '', made);
  expect(after.map((column, index) => column === before[index])).toEqual([false, false, true]);
  expect(after[1]?.cards.map(({ start }) => start)).toEqual([600, 700]);
  expect(staffColumns({ ...moved, off: [] }, hours, '', made)[2]).not.toBe(before[2]);
});

describe('other columns', () => {
  const room = { resource_id: 'r', name: 'Room 1', units: 1 };
  const inRoom = { resource_ids: ['r'] };

  it('a room has the services that need it, by whoever', () => {
    const day = dayOf(
      [person('a'), person('b')],
      [
        visit('v', [work('a', 600, 30, 'cut'), work('a', 630, 30, 'wash', inRoom)]),
        visit('w', [work('b', 700, 30, 'wash', inRoom)]),
      ],
      { resources: [room] },
    );
    const [column] = roomColumns(day, { opens: 540, closes: 1200 });
    expect(column?.cards.map(({ start, services, key }) => [start, services, key])).toEqual([
      [630, ['wash'], 'v:a-630@r'],
      [700, ['wash'], 'w:b-700@r'],
    ]);
    expect(column?.staffId).toBe('');
  });
  it('a week of one person has a column also where they do not work', () => {
    const days = [
      dayOf([person('a')], [visit('v', [work('a', 600, 30)])]),
      dayOf([person('b')], [], { day: '2026-11-22', opens_min: 500, closes_min: 1290 }),
    ];
    expect(hoursOf(days)).toEqual({ opens: 480, closes: 1320 });
    const week = weekColumns(days, ['a'], hoursOf(days));
    expect(week.map(({ day, cards, staff }) => [day, cards.length, staff?.staff_id ?? null])).toEqual([
      ['2026-11-21', 1, 'a'],
      ['2026-11-22', 0, null],
    ]);
    expect(week[1]?.shade).toEqual([{ from: 480, to: 1320 }]);
  });
  it('the team keeps the order of the calendar over the week', () => {
    const ids = (...names: string[]) =>
      dayOf(
        names.map((name) => person(name)),
        [],
      );
    const team = teamOf([ids('b', 'd'), ids('a', 'b', 'c', 'd')]);
    expect(team.map(({ staff_id }) => staff_id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('snaps to five minutes', () => {
  expect([602, 603, 607.4, 607.5].map((minute) => snap(minute))).toEqual([600, 605, 605, 610]);
});
