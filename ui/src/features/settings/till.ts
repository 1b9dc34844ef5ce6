/** Words and figures of the till's settings. */
import type { CashDirection, CashPurpose } from '../../api';
import { formatAmount, parseMoney } from '../../core/money';
import * as m from '../../paraglide/messages.js';

const directions: Record<CashDirection, () => string> = {
  in: m.settings_kind_in,
  out: m.settings_kind_out,
};
const purposes: Record<CashPurpose, () => string> = {
  owner: m.settings_purpose_owner,
  bank: m.settings_purpose_bank,
  expense: m.settings_purpose_expense,
  income: m.settings_purpose_income,
  supplier: m.settings_purpose_supplier,
};

export const directionName = (direction: CashDirection): string => directions[direction]();
export const purposeName = (purpose: CashPurpose): string => purposes[purpose]();

/** What can stand behind cash that goes this way. */
export function purposesOf(direction: CashDirection): readonly CashPurpose[] {
  return direction === 'out' ? ['expense', 'supplier', 'bank', 'owner'] : ['income', 'bank', 'owner'];
}

const WHOLE_BP = 10_000;

/** Basis points as a number for a field: 1250 → `12,5`. */
export function limitText(basisPoints: number, locale: string): string {
  return formatAmount(basisPoints, 2, locale).replace(/([.,]\d)0$/, '$1');
}

/** A limit as typed, in basis points; `null` where it is no percentage between 0 and 100. */
export function readLimit(text: string): number | null {
  const value = parseMoney(text.replace('%', ''), 2);
  return value === null || value < 0 || value > WHOLE_BP ? null : value;
}
