/** What was decided about people before a pay run is confirmed. Kept while somebody looks elsewhere. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { PayInput, PaySlip } from '../../api';
import type { Period } from './period';

export type Decided = Omit<PayInput, 'staff_id' | 'seen_due_minor'>;

const all = new SvelteMap<string, Decided>();
/** Who was ticked or unticked by hand. */
const flipped = new SvelteSet<string>();
const key = ({ from, to }: Period, staff: string) => `${from} ${to} ${staff}`;
const NOTHING: Decided = { minutes: null, days: null, bonuses: [], deductions: [], with_tips: false };

/** What was decided about a person. */
export function decided(period: Period, staff: string): PayInput {
  return { staff_id: staff, ...NOTHING, ...all.get(key(period, staff)), seen_due_minor: null };
}

export function decide(period: Period, staff: string, more: Partial<Decided>): void {
  all.set(key(period, staff), { ...NOTHING, ...all.get(key(period, staff)), ...more });
}

/** All that was decided for a period. */
export function inputsOf(period: Period): PayInput[] {
  const begin = key(period, '');
  return [...all.keys()]
    .filter((one) => one.startsWith(begin))
    .map((one) => decided(period, one.slice(begin.length)));
}

/** Whether a person is in the run: who has something to be paid, unless it was decided otherwise. */
export function isChosen(period: Period, slip: PaySlip): boolean {
  if (slip.paid_until) return false;
  const usual = slip.lines.length > 0;
  return flipped.has(key(period, slip.staff_id)) ? !usual : usual;
}

export function toggle(period: Period, slip: PaySlip): void {
  const one = key(period, slip.staff_id);
  if (!flipped.delete(one)) flipped.add(one);
}

export function chosenOf(period: Period, slips: readonly PaySlip[]): PaySlip[] {
  return slips.filter((slip) => isChosen(period, slip));
}
