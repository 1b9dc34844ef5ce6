import { describe, expect, it } from 'vitest';
import type { AppointmentRow, Service, Slot, StaffMember } from '../../api';
import { mostDone, nextFive, soonest } from './walkin';

const service = (name: string) => ({ service_id: name, service: { name } }) as Service;
const anna = {
  staff_id: 'a',
  staff: { name: 'Анна', services: ['маникюр', 'педикюр'] },
} as unknown as StaffMember;
const row = (staff: string[], services: string[]) => ({ staff, services }) as AppointmentRow;
const services = [service('стрижка'), service('маникюр'), service('педикюр')];

describe('a client from the street', () => {
  it('begins at the next full five minutes', () => {
    expect([600, 601, 604, 605].map(nextFive)).toEqual([600, 605, 605, 605]);
  });

  it('gets what this person does most, not what others do most', () => {
    const rows = [
      row(['Анна'], ['педикюр']),
      row(['Анна'], ['педикюр']),
      row(['Анна'], ['маникюр']),
      ...Array.from({ length: 5 }, () => row(['Вера'], ['маникюр'])),
    ];
    expect(mostDone(anna, rows, services)?.service_id).toBe('педикюр');
  });

  it('gets nothing that this person does not do, whatever the book says', () => {
    expect(mostDone(anna, [row(['Анна'], ['стрижка'])], services)?.service_id).toBe('маникюр');
    expect(mostDone(anna, [], [service('стрижка')])).toBeUndefined();
  });

  it('does not wait for the next step of the calendar where the time is free before it', () => {
    const slot = { start_min: 855, end_min: 915, gap_from_min: 780, gap_to_min: 960 } as Slot;
    expect(soonest(slot, 842)).toBe(845);
    expect(soonest({ ...slot, gap_from_min: 853 }, 842)).toBe(855);
    expect(soonest({ ...slot, start_min: 900, end_min: 960, gap_from_min: 898 }, 842)).toBe(900);
  });
});
