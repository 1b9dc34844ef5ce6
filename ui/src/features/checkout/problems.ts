/** What is wrong with a payment that is being put together, as its fields say it. */
import * as m from '../../paraglide/messages.js';
import { money } from '../../state';
import type { Till } from './till.svelte';

/** Under the sum; an empty one is named only once somebody tried to take the money. */
export function sumError(till: Till, index: number, tried: boolean): string {
  const problem = till.problems.find((one) => one.index === index);
  // Where the sums together are too much, one field says so: the one that is being typed.
  const elsewhere = till.problems.some((one) => one.kind === 'over' && one.index === till.focused);
  if (problem?.kind === 'over' && elsewhere && index !== till.focused) return '';
  if (problem?.kind === 'over') return m.checkout_over({ most: money(problem.most) });
  if (problem?.kind === 'tips') return m.checkout_tips_need_money();
  return problem?.kind === 'empty' && tried ? m.checkout_empty() : '';
}

/** Under what the client hands over. */
export function tenderedError(till: Till, index: number): string {
  const problem = till.problems.find((one) => one.index === index);
  return problem?.kind === 'tendered' ? m.checkout_tendered_short({ least: money(problem.least) }) : '';
}
