/** What stands in the way of the visit that is being written, asked while somebody types. */
import { type Appointment, type CheckBooking, useQuery } from '../../api';
import type { VisitForm } from './form.svelte';
import { later } from './later.svelte';

const REST_MS = 180;
const NOTHING: CheckBooking = {
  appointment_id: null,
  client_id: null,
  day: '2000-01-01',
  start_min: 0,
  lines: [],
  group_id: null,
};

/** What to ask, or nothing: a saved visit as it is needs no check, nor one without a whole service. */
function asking(form: VisitForm, visit: Appointment | undefined): CheckBooking | null {
  const whole = form.lines.every((line) => line.minutes >= 5 && line.price !== null && line.staffId !== '');
  if (form.lines.length === 0 || !whole || (visit && !form.dirty)) return null;
  return form.check(visit?.appointment_id ?? null);
}

/** `waits`: the visit has no time yet, so that nothing is to be said about it. */
export function useCheck(form: () => VisitForm, visit: () => Appointment | undefined, waits: () => boolean) {
  const wanted = $derived(waits() ? null : asking(form(), visit()));
  const rested = later(() => wanted, REST_MS);
  const answer = useQuery(
    'check_booking',
    () => rested.now ?? NOTHING,
    () => ({
      enabled: rested.now !== null,
      keep: true,
      topics: ['appointments', 'staff', 'services', 'salon', 'clients'],
    }),
  );
  const known = $derived(wanted ? answer.data : undefined);
  const fresh = $derived(
    known !== undefined &&
      !answer.isPlaceholderData &&
      !answer.isFetching &&
      JSON.stringify(wanted) === JSON.stringify(rested.now),
  );
  return {
    /** The latest answer, perhaps to what was typed a moment ago. */
    get answer() {
      return known;
    },
    /** It is the answer to what stands there now. */
    get fresh() {
      return fresh;
    },
    /** Something stands in the way of what stands there now. */
    get clash() {
      return fresh && (known?.conflicts.length ?? 0) > 0;
    },
  };
}

export type Check = ReturnType<typeof useCheck>;
