/** What goes back of a receipt, as the person chooses it. No framework. */
import type { Refundable, RefundableLine, RefundableMethod, RefundLine, RefundPayment } from '../../api';
import { ONE } from '../../core/quantity';

/** What is chosen of a line; `null` where what is typed is no sum. */
export type Chosen = Readonly<Record<string, number | null>>;

/** All of every line that has something left. */
export function everything(known: Refundable): Record<string, number | null> {
  return Object.fromEntries(
    known.lines.filter((line) => line.left_minor > 0).map((line) => [line.line_id, line.left_minor]),
  );
}

/** The lines to give back; `null` where a sum is missing, too large, or nothing is chosen. */
export function linesBack(known: Refundable, chosen: Chosen): RefundLine[] | null {
  const lines: RefundLine[] = [];
  for (const { line_id, left_minor } of known.lines) {
    const amount = chosen[line_id];
    if (amount === undefined) continue;
    if (amount === null || amount <= 0 || amount > left_minor) return null;
    lines.push({ line_id, amount_minor: amount });
  }
  return lines.length > 0 ? lines : null;
}

/**
 * How many of the goods come back with a sum, thousandths: whole units, as many as it pays for, all of them with the
 * last of the price. The engine counts the same; `null` where nothing is counted.
 */
export function piecesBack(line: RefundableLine, amount: number | null): number | null {
  const { quantity, sold_minor, left_minor } = line;
  if (quantity === null || quantity <= 0 || amount === null || amount <= 0 || amount > left_minor)
    return null;
  if (amount >= sold_minor) return quantity;
  const exact = (BigInt(quantity) * BigInt(amount)) / BigInt(sold_minor);
  return Number((exact / BigInt(ONE)) * BigInt(ONE));
}

export function sumOf(rows: readonly { amount_minor: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amount_minor, 0);
}

/** The way back that is no way it came by: to the client's balance. Offered where the client is known. */
export function toBalance(known: Refundable): RefundableMethod | undefined {
  const last = known.methods.at(-1);
  const others = sumLeft(known.methods.slice(0, -1));
  // Where the receipt was paid from the balance itself, that money has only this way.
  return last?.kind === 'balance' && others >= known.left_minor ? last : undefined;
}

function sumLeft(methods: readonly { left_minor: number }[]): number {
  return methods.reduce((sum, { left_minor }) => sum + left_minor, 0);
}

/** The sum by the methods it came by, in their order, each as far as it goes; or all of it to the balance. */
export function waysBack(known: Refundable, sum: number, balance = false): RefundPayment[] {
  const other = toBalance(known);
  if (balance && other) return sum > 0 ? [{ method_id: other.method_id, amount_minor: sum }] : [];
  const ways: RefundPayment[] = [];
  let left = sum;
  for (const { method_id, left_minor } of known.methods.filter((one) => one !== other)) {
    const amount = Math.min(left, left_minor);
    if (amount > 0) ways.push({ method_id, amount_minor: amount });
    left -= amount;
  }
  return ways;
}
