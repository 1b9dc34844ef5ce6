/** Receipts as lists show them. No framework. */
import type { ReceiptRow, Shift } from '../../api';

/** Whether a receipt was made in a shift: by its register, between opening and closing. */
export function inShift(receipt: ReceiptRow, shift: Shift): boolean {
  const prefix = shift.register.prefix;
  const own = prefix === '' || receipt.number.startsWith(`${prefix}-`) || /^\d/.test(receipt.number);
  return own && receipt.at >= shift.opened_at && (shift.closed_at === null || receipt.at <= shift.closed_at);
}

/** A receipt that can be voided: a sale, not voided yet. The shift is the engine's matter. */
export function canVoid(receipt: ReceiptRow): boolean {
  return receipt.kind === 'sale' && !receipt.voided;
}

/** The parameters of the address, less what shows everything. */
export function dayParam(day: string, today: string): string {
  return day === today ? '' : day;
}
