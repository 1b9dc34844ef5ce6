/** Counting a drawer: pieces as typed, by the value of a note or coin. The count alone is added here. */
import type { CashCount, Pieces } from '../../api';
import { sumTyped } from '../../core/payments';

/** What stands in the field of each note and coin, by its value in minor units. */
export type TypedPieces = Readonly<Record<number, string>>;

/** More pieces of one kind than any drawer holds. */
const MOST_DIGITS = 5;
const MOST = 99_999;
/** From so many kinds on they stand in two columns. */
const ONE_COLUMN = 9;

/** Only digits can be typed, and not endlessly many. */
export function digitsOf(text: string): string {
  return text
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MOST_DIGITS);
}

/** How many; an empty field is none. */
export function piecesIn(text: string | undefined): number {
  return Number(digitsOf(text ?? '') || '0');
}

/** One more or one less, never below none. */
export function stepped(text: string | undefined, by: 1 | -1): string {
  return String(Math.min(Math.max(piecesIn(text) + by, 0), MOST));
}

/** What the pieces of one kind are worth. */
export function worth(value: number, text: string | undefined): number {
  return value * piecesIn(text);
}

/** What everything is worth. */
export function worthOfAll(typed: TypedPieces, values: readonly number[]): number {
  return sumTyped(values.map((value) => worth(value, typed[value])));
}

/** Something was counted, be it that there is nothing of it. */
export function isCounted(typed: TypedPieces, values: readonly number[]): boolean {
  return values.some((value) => digitsOf(typed[value] ?? '') !== '');
}

/** The count for the engine; `null` where nobody counted anything. */
export function countOf(typed: TypedPieces, values: readonly number[]): CashCount | null {
  if (!isCounted(typed, values)) return null;
  const pieces: Pieces[] = values
    .map((value) => ({ value_minor: value, pieces: piecesIn(typed[value]) }))
    .filter((one) => one.pieces > 0);
  return { counted_minor: worthOfAll(typed, values), pieces };
}

/** How many rows a column of the counting table has: a long table is folded once. */
export function rowsOf(kinds: number): number {
  return kinds > ONE_COLUMN ? Math.ceil(kinds / 2) : kinds;
}
