/** A discount as it is typed: `10%`, `500`, `0`, with its reason after it or not. */
import type { Discount } from '../../api';
import { parseMoney } from '../../core/money';

export interface TypedDiscount {
  discount: Discount;
  /** What was written after the sum. */
  reason: string;
}

const WHOLE_BP = 10_000;
const TYPED = /^\s*((?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?)\s*(%?)\s*(.*?)\s*$/u;
const CURRENCY = /^(\p{Sc}|(тг|тнг|тенге|теңге|руб|р|грн|kzt|uah|rub|usd)(?!\p{L})\.?)\s*/iu;

/** What was typed, with the currency's digits; `null` where it is no discount. */
export function readDiscount(text: string, digits: number): TypedDiscount | null {
  const [, number = '', percent, after = ''] = TYPED.exec(text) ?? [];
  if (number === '') return null;
  const reason = percent ? after : after.replace(CURRENCY, '');
  const value = parseMoney(number, percent ? 2 : digits);
  // Digits without a word are no reason, but a sum written wrongly.
  if (/^[\d\s.,]+$/.test(reason)) return null;
  if (value === null || (percent && value > WHOLE_BP)) return null;
  if (value === 0) return { discount: 'none', reason };
  return { discount: percent ? { percent_bp: value } : { amount: value }, reason };
}

const SHOWN = 5;

/** Reasons that were given last, each once however it was written. */
export function lastReasons(given: readonly { reason: string }[]): string[] {
  const seen = new Map<string, string>();
  for (const { reason } of given) {
    const own = reason.trim();
    const same = own.toLowerCase();
    if (own !== '' && !seen.has(same)) seen.set(same, own);
  }
  return [...seen.values()].slice(0, SHOWN);
}
