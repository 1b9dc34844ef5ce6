import { describe, expect, it } from 'vitest';
import type { Appointment, Service, Slot, StaffMember } from '../../api';
import { clientOfVisit } from './client';
import { SEVERAL, VisitForm } from './form.svelte';
import { repeatLines, wantedOf } from './prefill';
import { coversStart } from './windows.svelte';

const service = (id: string, minutes: number, price: number) =>
  ({ service_id: id, service: { name: id, duration_min: minutes, price_minor: price } }) as Service;
const person = (id: string, services: string[]) =>
  ({ staff_id: id, staff: { name: id, services } }) as unknown as StaffMember;
const line = (service_id: string, staff_id: string, start_min: number, duration_min: number) => ({
  line_id: `${service_id} ${start_min}`,
  service: service_id,
  service_id,
  staff_id,
  start_min,
  duration_min,
  price_minor: 1,
  list_price_minor: 1,
});
const visit = (...lines: ReturnType<typeof line>[]) =>
  ({
    client_id: null,
    day: '2026-03-02',
    start_min: 600,
    note: '',
    source: '',
    group_id: null,
    lines,
  }) as unknown as Appointment;
const slot = (day: string, start_min: number, ...staff: string[]) =>
  ({
    staff_id: staff[0],
    day,
    start_min,
    lines: staff.map((staff_id) => ({ staff_id })),
  }) as Slot;

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
      { serviceId: 'cut', asked: 'vera', staffId: 'vera', minutes: 45, price: 500_000, lineId: null, gap: 0 },
    ]);
    expect(form.staffId).toBe('vera');
    expect(form.timeChosen).toBe(false);
  });

  it('keeps two people apart when the best free time is taken, and the pause between', () => {
    const form = repeated(visit(line('colour', 'anna', 600, 90), line('cut', 'vera', 710, 30)));
    expect(form.askedByAll).toBe(SEVERAL);
    form.take(slot('2026-03-04', 660, 'anna', 'vera'), false);
    expect(form.lines.map((one) => [one.staffId, one.gap])).toEqual([
      ['anna', 0],
      ['vera', 20],
    ]);
    expect([form.day, form.start]).toEqual(['2026-03-04', 660]);
  });

  it('leaves out what is no longer sold; who does not do it any more gives way to whoever is free', () => {
    const form = repeated(visit(line('perm', 'anna', 600, 60), line('colour', 'olga', 660, 90)));
    expect(form.lines.map((one) => [one.serviceId, one.asked, one.staffId, one.gap])).toEqual([
      ['colour', '', 'anna', 0],
    ]);
  });

  it('knows a visit without a card', () => {
    expect(clientOfVisit(visit())).toEqual({ kind: 'walk_in' });
  });
});

describe('a visit that is being written', () => {
  it('takes whoever is free where nobody was asked for', () => {
    const form = new VisitForm('2026-03-02', 600, '');
    form.add(services[0] as Service, '', 'anna');
    form.take(slot('2026-03-02', 615, 'vera'), false);
    expect(form.lines[0]).toMatchObject({ asked: '', staffId: 'vera', minutes: 45 });
    expect(form.timeChosen).toBe(false);
  });

  it('keeps the person asked for until another is taken by hand', () => {
    const form = new VisitForm('2026-03-02', 600, 'anna');
    form.add(services[0] as Service, 'anna', 'anna');
    form.take(slot('2026-03-02', 615, 'vera'), false);
    expect(form.lines[0]?.staffId).toBe('anna');
    form.take(slot('2026-03-02', 615, 'vera'), true);
    expect(form.lines[0]).toMatchObject({ asked: 'vera', staffId: 'vera' });
  });

  it('leaves length and price to the engine until somebody types them', () => {
    const form = new VisitForm('2026-03-02', 600, 'anna');
    form.add(services[0] as Service, 'anna', 'anna');
    expect(form.book().lines[0]).toMatchObject({ duration_min: null, price_minor: null });
    const [first] = form.lines;
    if (!first) throw new Error('one line');
    const proposal = {
      duration_min: 75,
      duration_from: 'client',
      price_minor: 7,
      price_from: 'staff',
    } as const;
    form.propose(first, { ...proposal, actual_min: null });
    expect(first).toMatchObject({ minutes: 75, price: 7 });
    Object.assign(first, { minutes: 80, ownMinutes: true });
    form.propose(first, { ...proposal, actual_min: null });
    expect(form.book().lines[0]).toMatchObject({ duration_min: 80, price_minor: null });
  });

  it('goes to another free cell with what was typed', () => {
    const form = new VisitForm('2026-03-02', 600, 'anna');
    form.add(services[0] as Service, 'anna', 'anna');
    form.note = 'henna';
    form.moveTo('2026-03-02', 840, 'vera');
    expect(form.lines[0]).toMatchObject({ asked: 'vera', staffId: 'vera' });
    expect([form.start, form.note, form.timeChosen]).toEqual([840, 'henna', true]);
  });

  it('a saved visit is unsaved only by what a person changes', () => {
    const saved = visit(line('cut', 'vera', 600, 30), line('colour', 'anna', 600, 90));
    const form = VisitForm.of(saved);
    expect(form.dirty).toBe(false);
    expect(form.lines.map((one) => one.together)).toEqual([false, true]);
    form.chooseTime('2026-03-02', 630);
    expect(form.dirty).toBe(true);
    expect(form.update('v', true)).toMatchObject({ start_min: 630, following: true });
  });
});

describe('a time that was pointed at', () => {
  const found = { start_min: 615, end_min: 675, gap_from_min: 600, gap_to_min: 720 } as Slot;
  it('belongs to whose free stretch it lies in', () => {
    expect([600, 605, 615, 660].map((start) => coversStart(found, start))).toEqual([true, true, true, true]);
    expect([595, 665].map((start) => coversStart(found, start))).toEqual([false, false]);
  });
});

describe('the address of a new visit', () => {
  it('says what to begin with, or nothing', () => {
    expect(wantedOf({ new: '1', staff: 'anna', at: '600' })).toBeNull();
    expect(wantedOf({ new: '1', services: 'cut,colour' })).toMatchObject({
      services: 'cut,colour',
      client: '',
    });
  });
});
