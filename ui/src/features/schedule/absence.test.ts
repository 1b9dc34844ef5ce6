import { describe, expect, it } from 'vitest';
import { bestFates, collide, rearrangeOf, sorted, stepsIn, takenOf } from './absence';
import { affected, slot } from './sample';

const DAY = '2026-11-21';

describe('an absence', () => {
  it('gives two visits of one hour different people', () => {
    const both = [slot(DAY, 600, 'olga'), slot(DAY, 600, 'vera')];
    const visits = [affected('a', 600, both), affected('b', 600, both)];
    expect(bestFates(visits)).toEqual({ a: 0, b: 1 });
  });

  it('puts who finds no time on the call list', () => {
    const one = [slot(DAY, 600, 'olga')];
    const visits = [affected('a', 600, one), affected('b', 600, one), affected('c', 700, [])];
    const fates = bestFates(visits);
    expect(fates).toEqual({ a: 0, b: 'call', c: 'call' });
    const { moved, called, left } = sorted(visits, fates);
    expect(moved.map(({ visit }) => visit.appointment_id)).toEqual(['a']);
    expect(called.map((visit) => visit.appointment_id)).toEqual(['b', 'c']);
    expect(left).toBe(0);
  });

  it('keeps what was chosen and builds on it', () => {
    const both = [slot(DAY, 600, 'olga'), slot(DAY, 600, 'vera')];
    const visits = [affected('a', 600, both), affected('b', 600, both)];
    expect(bestFates(visits, { b: 0 })).toEqual({ a: 1, b: 0 });
    expect(bestFates(visits, { a: 'leave' })).toEqual({ a: 'leave', b: 0 });
  });

  it('tells the times that another row has taken', () => {
    const both = [slot(DAY, 600, 'olga'), slot(DAY, 660, 'olga')];
    const visits = [affected('a', 600, both), affected('b', 600, both)];
    expect([...takenOf(visits, { a: 0, b: 1 }, visits[1]!)]).toEqual([0]);
  });

  it('knows that touching is no collision, and that people and days count', () => {
    expect(collide(slot(DAY, 600, 'olga'), slot(DAY, 660, 'olga'))).toBe(false);
    expect(collide(slot(DAY, 600, 'olga'), slot(DAY, 630, 'olga'))).toBe(true);
    expect(collide(slot(DAY, 600, 'olga'), slot(DAY, 600, 'vera'))).toBe(false);
    expect(collide(slot(DAY, 600, 'olga'), slot('2026-11-22', 600, 'olga'))).toBe(false);
    expect(collide(slot(DAY, 600, 'vera', 'olga'), slot(DAY, 660, 'olga'))).toBe(true);
  });

  it('hands over the services of the absent one and leaves the others theirs', () => {
    expect(stepsIn(slot(DAY, 600, 'olga'), 'anna')).toBe('olga');
    expect(stepsIn(slot(DAY, 720, 'anna'), 'anna')).toBe('anna');
    // Anna did the second service beside Vera; now Olga does it.
    expect(stepsIn(slot(DAY, 600, 'vera', 'olga'), 'anna', ['vera', 'anna'])).toBe('olga');
    const moved = { visit: affected('a', 600, []), slot: slot(DAY, 600, 'olga') };
    expect(rearrangeOf(moved, 'anna')).toEqual({
      appointment_id: 'a',
      day: DAY,
      start_min: 600,
      from_staff_id: 'anna',
      to_staff_id: 'olga',
    });
  });
});
