/** Quantities of goods as people read and type them. They are whole thousandths of a unit. */
import { formatAmount, MINUS, parseMoney } from './money';

/** Thousandths in one unit. */
export const ONE = 1000;
const DIGITS = 3;

/** `1400` → `1,4`. Zeros at the end are not shown. */
export function formatQuantity(thousandths: number, locale = 'ru'): string {
  return formatAmount(thousandths, DIGITS, locale).replace(/([.,]\d*?)0+$/, '$1');
}

/** As `formatQuantity`, with + before what came in. */
export function formatQuantityChange(thousandths: number, locale = 'ru'): string {
  return (thousandths > 0 ? '+' : '') + formatQuantity(thousandths, locale);
}

/** What was typed as a quantity, in thousandths; `null` where it is none or less than none. */
export function parseQuantity(text: string): number | null {
  const value = parseMoney(text, DIGITS);
  return value === null || value < 0 || text.includes(MINUS) ? null : value;
}
