/** Cash that goes into a drawer or out of it, as the screen says it. */
import type { CashMovement } from '../../api';
import * as m from '../../paraglide/messages.js';

/** Which of the three a person does. */
export type Move = 'in' | 'out' | 'transfer';

/** What for: its kind, or where to and where from. */
export function movementName(row: CashMovement): string {
  if (row.category) return row.category;
  if (row.staff) return m.cash_paid_staff({ staff: row.staff });
  return row.amount_minor < 0
    ? m.cash_to({ register: row.other_register })
    : m.cash_from({ register: row.other_register });
}

/** It stands as it was made: it can be taken back. */
export function stands(row: CashMovement): boolean {
  return !row.is_reversal && !row.reversed;
}
