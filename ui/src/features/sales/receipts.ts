/** Receipts as lists show them. No framework. */
import type { ReceiptRow } from '../../api';

/** A receipt that can be voided: a sale, not voided yet. The shift is the engine's matter. */
export function canVoid(receipt: ReceiptRow): boolean {
  return receipt.kind === 'sale' && !receipt.voided;
}

/** The parameters of the address, less what shows everything. */
export function dayParam(day: string, today: string): string {
  return day === today ? '' : day;
}
