/** What goes back of a receipt, as the person chooses it. No framework. */
import type { Refundable, RefundLine, RefundPayment } from '../../api';

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

export function sumOf(rows: readonly { amount_minor: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amount_minor, 0);
}

/** The sum by the methods it came by, in their order, each as far as it goes. */
export function waysBack(known: Refundable, sum: number): RefundPayment[] {
  const ways: RefundPayment[] = [];
  let left = sum;
  for (const { method_id, left_minor } of known.methods) {
    const amount = Math.min(left, left_minor);
    if (amount > 0) ways.push({ method_id, amount_minor: amount });
    left -= amount;
  }
  return ways;
}
