import { describe, expect, it } from 'vitest';
import type { Appointment, Service, StaffMember } from '../../api';
import { clientOfVisit, VisitForm } from './form.svelte';
import { repeatLines } from './prefill';

const service = (id: string, minutes: number, price: number) =>
  ({ service_id: id, service: { name: id, duration_min: minutes, price_minor: price } }) as Service;
const person = (id: string, services: string[]) =>
  ({ staff_id: id, staff: { name: id, services } }) as unknown as StaffMember;
const line = (service_id: string, staff_id: string, start_min: number, duration_min: number) => ({
  service_id,
  staff_id,
  start_min,
  duration_min,
  price_minor: 1,
  list_price_minor: 1,
});
const visit = (...lines: ReturnType<typeof line>[]) =>
  ({ client_id: null, start_min: 600, lines }) as unknown as Appointment;

const services = [service('cut', 45, 500_000), service('colour', 90, 1_500_000)];
const staff = [person('anna', ['cut', 'colour']), person('vera', ['cut'])];

function repeated(past: Appointment, people = staff) {
  const form = new VisitForm('2026-03-02', 600, '');
  repeatLines(form, past, services, people);
  return form;
}

describe('repeating a visit', () => {
  it('takes the services at the present price and length, with the same person', () => {
    const form = repeated(visit(line('cut', 'vera', 600, 30)));
    expect(form.lines).toMatchObject([
      { serviceId: 'cut', staffId: 'vera', minutes: 45, price: 500_000, lineId: null, gap: 0 },
    ]);
    expect(form.staffId).toBe('vera');
    expect(form.timeChosen).toBe(false);
  });

  it('keeps two people apart when the first free window is taken, and the pause between', () => {
    const form = repeated(visit(line('colour', 'anna', 600, 90), line('cut', 'vera', 710, 30)));
    form.take({ staff_id: 'anna', staff: 'anna', day: '2026-03-04', start_min: 660 }, false);
    expect(form.lines.map((one) => [one.staffId, one.gap])).toEqual([
      ['anna', 0],
      ['vera', 20],
    ]);
    expect([form.day, form.start]).toEqual(['2026-03-04', 660]);
  });

  it('leaves out what is no longer sold and finds somebody for who has left', () => {
    const form = repeated(visit(line('perm', 'anna', 600, 60), line('colour', 'olga', 660, 90)));
    expect(form.lines.map((one) => [one.serviceId, one.staffId, one.gap])).toEqual([['colour', 'anna', 0]]);
  });

  it('looks for a window with who does the service, not with who was asked for and does not', () => {
    const form = new VisitForm('2026-03-02', 600, 'vera');
    form.add(services[1] as Service, 'anna');
    expect(form.staffId).toBe('');
    form.assign(form.lines[0]!, 'vera');
    form.take({ staff_id: 'anna', staff: 'anna', day: '2026-03-04', start_min: 660 }, true);
    expect(form.lines[0]?.staffId).toBe('vera');
  });

  it('knows a visit without a card', () => {
    expect(clientOfVisit(visit())).toEqual({ kind: 'walk_in' });
  });
});
