import { describe, expect, it } from 'vitest';
import type { ClientRow, ParsedBooking, Slot } from '../../api';
import { isBooking, type Names, proposalsOf } from './line';

const names: Names = {
  service: (id) => id,
  staff: (id) => id,
  day: (day) => day,
  book: (what) => `Book: ${what}`,
  newClient: (name) => `new ${name}`,
  free: () => 'free',
  taken: (time) => `${time} taken`,
  nearest: (time) => `nearest to ${time}`,
  none: () => 'none',
  unsure: (words) => `? ${words}`,
  today: '2026-11-21',
};
const client = (id: string, name: string, phone: string) => ({ client_id: id, name, phone }) as ClientRow;
const slot = (day: string, start_min: number, ...staff: string[]) =>
  ({ day, start_min, staff_id: staff[0], lines: staff.map((staff_id) => ({ staff_id })) }) as Slot;
const parsed = (more: Partial<ParsedBooking> = {}): ParsedBooking => ({
  day: '2026-11-22',
  start_min: 840,
  service_ids: ['manicure'],
  staff_id: 'maria',
  client_text: 'anna',
  clients: [client('a1', 'Anna Petrova', '+7 701')],
  unsure: [],
  slots: [slot('2026-11-22', 840, 'maria')],
  free: true,
  ...more,
});

describe('a line of the palette', () => {
  it('offers a new client, too, where nobody is called as typed', () => {
    const rows = proposalsOf(parsed({ client_text: 'анну' }), names, true);
    expect(rows.map(({ params }) => [params.client, params.name])).toEqual([
      ['a1', ''],
      ['', 'анну'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  it('is a booking where it says when or what, in two words or more', () => {
    const nothing = { day: null, start_min: null, service_ids: [] };
    expect(isBooking(parsed(), 'anna tomorrow 14 manicure')).toBe(true);
    expect(isBooking(parsed(nothing), 'anna petrova')).toBe(false);
    expect(isBooking(parsed(), 'tomorrow')).toBe(false);
  });

  it('shows everything it understood, and opens the panel with it', () => {
    expect(proposalsOf(parsed(), names)).toEqual([
      {
        key: 'book a1 2026-11-22 840',
        text: 'Book: Anna Petrova · 2026-11-22 14:00 · manicure · maria',
        detail: '+7 701 · free',
        params: {
          new: '1',
          date: '2026-11-22',
          client: 'a1',
          name: '',
          services: 'manicure',
          staff: 'maria',
          at: '840',
        },
      },
    ]);
  });

  it('a time that is taken gives the nearest free one, and itself for who insists', () => {
    const rows = proposalsOf(parsed({ free: false, slots: [slot('2026-11-22', 870, 'maria')] }), names);
    expect(rows.map((row) => [row.params.at, row.detail])).toEqual([
      ['870', '+7 701 · nearest to 14:00'],
      ['840', '+7 701 · 14:00 taken'],
    ]);
  });

  it('several clients are to be chosen from; nobody found is a new one', () => {
    const both = [client('a1', 'Anna P', '1'), client('a2', 'Anna K', '2')];
    expect(proposalsOf(parsed({ clients: both }), names).map((row) => row.params.client)).toEqual([
      'a1',
      'a2',
    ]);
    const [fresh] = proposalsOf(parsed({ clients: [] }), names);
    expect(fresh?.params).toMatchObject({ client: '', name: 'anna' });
    expect(fresh?.text).toContain('new anna');
  });

  it('today needs no date, and two people are left to the panel', () => {
    const [row] = proposalsOf(
      parsed({
        day: null,
        start_min: null,
        staff_id: null,
        slots: [slot('2026-11-21', 600, 'maria', 'vera')],
      }),
      names,
    );
    expect(row?.params).toMatchObject({ date: '', at: '600', staff: '' });
  });

  it('without a service there is a place, but no word whether it is free', () => {
    const [row, ...more] = proposalsOf(parsed({ service_ids: [], slots: [], free: false }), names);
    expect([row?.params.at, row?.detail, more.length]).toEqual(['840', '+7 701', 0]);
  });

  it('says what could mean several things', () => {
    expect(proposalsOf(parsed({ unsure: ['qqq'] }), names)[0]?.detail).toContain('? qqq');
  });
});
