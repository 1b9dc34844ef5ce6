/** Free times for the visit that is being written, best first. */
import { untrack } from 'svelte';
import { type Appointment, type Slot, useQuery } from '../../api';
import { addDays } from '../../core/time';
import { today } from '../../state';
import type { VisitForm } from './form.svelte';

/** How far ahead one look goes. */
export const WINDOW_DAYS = 14;
const SHOWN = 5;

const later = (one: string, other: string) => (one > other ? one : other);

/** Who has this free time is free at `start` too: it lies in the same free stretch. */
export function coversStart(slot: Slot, start: number): boolean {
  const length = slot.end_min - slot.start_min;
  return slot.start_min === start || (slot.gap_from_min <= start && start + length <= slot.gap_to_min);
}

export function useWindows(form: () => VisitForm, visit: () => Appointment | undefined) {
  // Where somebody asked for other days, and whether for other people.
  let beyond = $state<string | null>(null);
  let anyone = $state(false);

  const now = $derived(today());
  const from = $derived(later(beyond ?? form().searchFrom, now.day));
  const lines = $derived(form().slotLines(anyone));
  const wanted = $derived(!visit() && form().groupId === null && lines.length > 0);
  const common = $derived({
    service_ids: [],
    staff_id: null,
    client_id: form().clientId,
    appointment_id: null,
  });
  // The minute of the first look: a list that changes every minute cannot be chosen from.
  const minute = untrack(() => now.minute);

  const answer = useQuery(
    'find_slots',
    () => ({
      ...common,
      lines,
      from_day: from,
      days: WINDOW_DAYS,
      limit: SHOWN,
      not_before_min: from === now.day ? minute : 0,
      ranked: true,
    }),
    () => ({ enabled: wanted, keep: true }),
  );
  const searching = $derived(wanted && (answer.isFetching || answer.isPlaceholderData));
  const slots = $derived(wanted ? (answer.data?.slots ?? []) : []);

  // The time was pointed at, the person was not: whoever is free just then.
  const open = $derived(wanted && form().timeChosen && lines.some((line) => line.staff_id === null));
  const then = useQuery(
    'find_slots',
    () => ({
      ...common,
      lines,
      from_day: form().day,
      days: 1,
      limit: 1,
      not_before_min: form().start,
      ranked: false,
    }),
    () => ({ enabled: open }),
  );
  $effect(() => {
    const slot = open ? then.data?.slots[0] : undefined;
    const { day, start } = form();
    if (slot && slot.day === day && coversStart(slot, start)) untrack(() => form().staff(slot, false));
  });

  // Until somebody chooses a time, the visit follows the best one.
  $effect(() => {
    const first = slots[0];
    if (!first || searching || beyond !== null || anyone || form().timeChosen) return;
    untrack(() => form().take(first, false));
  });

  return {
    get slots() {
      return slots;
    },
    get searching() {
      return searching;
    },
    /** The visit waits for its time. */
    get following() {
      return searching && !form().timeChosen;
    },
    get anyone() {
      return anyone;
    },
    set anyone(value: boolean) {
      anyone = value;
    },
    get beyond() {
      return beyond !== null;
    },
    /** The days after those shown. */
    further(): void {
      const last = slots.reduce((day, slot) => later(day, slot.day), from);
      beyond = addDays(slots.length > 0 ? last : addDays(from, WINDOW_DAYS - 1), 1);
    },
    /** Back to the nearest days. */
    nearest(): void {
      beyond = null;
    },
  };
}

export type Windows = ReturnType<typeof useWindows>;
