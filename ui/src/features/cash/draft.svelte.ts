/** A drawer that is being counted, before the engine hears of it. */
import type { CashCount, ShiftClosed } from '../../api';
import { salon } from '../../state';
import { countOf, digitsOf, stepped, worthOfAll } from './count';

/** By notes and coins, or the whole in one sum. */
export type Way = 'pieces' | 'sum';

/** How this PC's people count, from one shift to the next. */
const KEPT = 'adelante.cash.way';

export class CountDraft {
  #way = $state<Way>(localStorage.getItem(KEPT) === 'sum' ? 'sum' : 'pieces');
  pieces = $state<Record<number, string>>({});
  /** Minor units; `null` where nothing, or nothing that is money, is typed. */
  sum = $state<number | null>(null);
  /** Why it is over or short. */
  reason = $state('');

  get way(): Way {
    return this.values.length > 0 ? this.#way : 'sum';
  }

  set way(next: Way) {
    this.#way = next;
    localStorage.setItem(KEPT, next);
  }

  /** Notes and coins of the salon's currency, largest first. */
  get values(): readonly number[] {
    return salon()?.denominations ?? [];
  }

  /** What is counted so far. */
  get total(): number {
    return this.way === 'pieces' ? worthOfAll(this.pieces, this.values) : (this.sum ?? 0);
  }

  /** The count as it stands; `null` where nobody counted. */
  get count(): CashCount | null {
    if (this.way === 'pieces') return countOf(this.pieces, this.values);
    return this.sum === null || this.sum < 0 ? null : { counted_minor: this.sum, pieces: [] };
  }

  type(value: number, text: string): void {
    this.pieces[value] = digitsOf(text);
  }

  step(value: number, by: 1 | -1): void {
    this.pieces[value] = stepped(this.pieces[value], by);
  }
}

let closing: { shiftId: string; draft: CountDraft } | null = null;

/** The count for a shift's close: it stays while somebody leaves to put something right. */
export function closingDraft(shiftId: string): CountDraft {
  if (closing?.shiftId !== shiftId) closing = { shiftId, draft: new CountDraft() };
  return closing.draft;
}

let closed = $state.raw<ShiftClosed | null>(null);

/** What the count of the shift that was closed last on this screen said. */
export function lastClosed(): ShiftClosed | null {
  return closed;
}

export function keepClosed(result: ShiftClosed | null): void {
  closed = result;
  if (result) closing = null;
}
