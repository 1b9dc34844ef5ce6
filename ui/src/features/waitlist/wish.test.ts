import { describe, expect, it } from 'vitest';
import type { ClientFields, Slot, WaitlistEntry } from '../../api';
import {
  datesOver,
  emptyWish,
  fitsPart,
  minutesLeft,
  offersFor,
  searchFor,
  wishFields,
  wishOf,
  wishProblems,
  wishToAdd,
} from './wish';

const TODAY = '2026-11-21';
const entry = (more: Partial<WaitlistEntry['entry']> = {}): WaitlistEntry =>
  ({
    entry_id: 'w1',
    client_id: 'c1',
    client: 'Айнур Смагулова',
    phone: '+7 701',
    entry: {
      service_id: 'nails',
      staff_id: null,
      from_day: null,
      to_day: null,
      part: 'any',
      note: '',
      ...more,
    },
  }) as WaitlistEntry;
const slot = (day: string, staff_id: string, start_min: number) => ({ day, staff_id, start_min }) as Slot;

describe('a wish while it is written', () => {
  it('begins with any day, or with the day that the calendar shows', () => {
    expect(wishFields(emptyWish(TODAY))).toMatchObject({ from_day: null, to_day: null, staff_id: null });
    const there = emptyWish(TODAY, { day: '2026-11-25', serviceId: 'nails', staffId: 'dinara' });
    expect(wishFields(there)).toMatchObject({
      from_day: '2026-11-25',
      to_day: '2026-11-25',
      staff_id: 'dinara',
    });
    expect(emptyWish(TODAY, { day: '2026-11-01' }).fromDay).toBe(TODAY);
  });

  it('names what it lacks', () => {
    expect(wishProblems(emptyWish(TODAY))).toEqual(['client', 'service']);
    const draft = { ...emptyWish(TODAY, { serviceId: 'nails' }), anyDay: false, toDay: '2026-11-20' };
    const who = { kind: 'new' as const, firstName: ' ', lastName: 'Ким', phone: '' };
    expect(wishProblems({ ...draft, who })).toEqual(['name', 'dates']);
    expect(wishProblems({ ...draft, who: { ...who, phone: '701' }, anyDay: true })).toEqual([]);
  });

  it('goes out with the known client or with a new card', () => {
    const card = { first_name: 'Анна', phones: ['701'] } as ClientFields;
    const draft = { ...emptyWish(TODAY, { serviceId: 'nails' }), note: ' до 18 ' };
    const known = wishToAdd({ ...draft, who: { kind: 'known', id: 'c1', name: '', phone: '' } }, card);
    expect(known).toMatchObject({ client_id: 'c1', new_client: null, entry: { note: 'до 18' } });
    const who = { kind: 'new' as const, firstName: 'Анна', lastName: '', phone: '701' };
    const fresh = wishToAdd({ ...draft, who }, card);
    expect(fresh).toMatchObject({ client_id: null, new_client: card });
  });

  it('comes back from what was saved as it was', () => {
    const saved = entry({ from_day: '2026-11-23', to_day: '2026-11-24', part: 'evening', note: 'x' });
    expect(wishFields(wishOf(saved, TODAY))).toEqual(saved.entry);
    expect(wishFields(wishOf(entry(), TODAY))).toEqual(entry().entry);
  });
});

describe('free times for a wish', () => {
  it('are looked for from now on within its dates', () => {
    expect(searchFor(entry(), TODAY, 700)).toMatchObject({ from_day: TODAY, days: 28, not_before_min: 700 });
    const later = searchFor(entry({ from_day: '2026-11-23', to_day: '2026-11-24' }), TODAY, 700);
    expect(later).toMatchObject({ from_day: '2026-11-23', days: 2, not_before_min: 0 });
    expect(searchFor(entry({ to_day: '2027-11-20' }), TODAY, 700).days).toBe(62);
    expect(searchFor(entry({ to_day: TODAY }), TODAY, 700).days).toBe(1);
  });

  it('are not looked for when its last date is over', () => {
    expect(datesOver(entry({ to_day: '2026-11-20' }), TODAY)).toBe(true);
    expect(datesOver(entry({ to_day: TODAY }), TODAY)).toBe(false);
    expect(datesOver(entry(), TODAY)).toBe(false);
  });

  it('keep to the part of the day, by the start', () => {
    expect([719, 720].map((at) => fitsPart(at, 'morning'))).toEqual([true, false]);
    expect([719, 720, 1019, 1020].map((at) => fitsPart(at, 'afternoon'))).toEqual([false, true, true, false]);
    expect([1019, 1020].map((at) => fitsPart(at, 'evening'))).toEqual([false, true]);
    expect(fitsPart(0, 'any')).toBe(true);
  });

  it('are shown once for an hour of a person, in the order given', () => {
    const slots = [
      slot(TODAY, 'anna', 840),
      slot(TODAY, 'anna', 855),
      slot(TODAY, 'vera', 855),
      slot(TODAY, 'anna', 600),
      slot('2026-11-22', 'anna', 845),
    ];
    expect(offersFor(slots, 'afternoon', 9).map((one) => [one.day, one.staff_id, one.start_min])).toEqual([
      [TODAY, 'anna', 840],
      [TODAY, 'vera', 855],
      ['2026-11-22', 'anna', 845],
    ]);
    expect(offersFor(slots, 'any', 2)).toHaveLength(2);
  });
});

describe('a held time', () => {
  it('counts down in whole minutes and stops at nothing', () => {
    const now = 1_000_000;
    expect(minutesLeft(now + 15 * 60_000, now)).toBe(15);
    expect(minutesLeft(now + 1, now)).toBe(1);
    expect(minutesLeft(now, now)).toBe(0);
    expect(minutesLeft(now - 90_000, now)).toBe(0);
  });
});
