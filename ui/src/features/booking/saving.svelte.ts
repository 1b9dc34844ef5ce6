/** Saving a visit: a new one, a series, a changed one, alone or with those that follow. */
import { type Appointment, CallError, useMutation } from '../../api';
import * as m from '../../paraglide/messages.js';
import type { VisitForm } from './form.svelte';

/** Refusals that the desk may override: the salon decides against its own plan. */
const OVERRIDABLE: readonly string[] = [
  'staff_busy',
  'outside_hours',
  'in_break',
  'resource_busy',
  'client_busy',
  'in_time_off',
  'skill_missing',
  'buffer_eaten',
  'slot_held',
  'group_full',
];

export function useSaving(visit: () => Appointment | undefined) {
  const quiet = { undo: true, quiet: true };
  const book = useMutation('book_appointment', { ...quiet, toast: () => m.booking_booked() });
  const series = useMutation('book_series', {
    ...quiet,
    toast: ({ appointment_ids }) => m.booking_series_booked({ count: appointment_ids.length }),
  });
  const update = useMutation('update_appointment', { ...quiet, toast: () => m.booking_changed() });
  const all = [book, series, update];
  const refusal = $derived(all.find((one) => one.error !== null)?.error ?? null);

  async function change(form: VisitForm, { appointment_id }: Appointment, following: boolean) {
    return (await update.run(form.update(appointment_id, following))) && appointment_id;
  }

  async function make(form: VisitForm) {
    const booking = form.book();
    const plan = form.series;
    if (!plan) return (await book.run(booking))?.appointment_id;
    const [first] = plan.dates;
    const done = await series.run({
      booking: { ...booking, ...first, override_conflicts: plan.inSpite },
      dates: plan.dates,
    });
    return done?.appointment_ids[0];
  }

  return {
    get busy() {
      return all.some((one) => one.pending);
    },
    get refusal() {
      return refusal;
    },
    get overridable() {
      return refusal instanceof CallError && OVERRIDABLE.includes(refusal.code);
    },
    reset(): void {
      for (const one of all) one.reset();
    },
    /** Saves; answers with the visit, or nothing where it was refused. */
    run(form: VisitForm, following: boolean): Promise<string | undefined> {
      const saved = visit();
      return saved ? change(form, saved, following) : make(form);
    },
  };
}
