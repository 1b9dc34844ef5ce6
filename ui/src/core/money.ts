/** Money as people read it. Sums are whole minor units; the UI formats and never adds. */

export interface Currency {
  /** Digits after the decimal sign. */
  digits: number;
  /** Sign after the sum, e.g. ₸. */
  symbol: string;
}

/** No-break space: the groups of a sum and its sign stay on one line. */
const NBSP = '\u00a0';
export const MINUS = '\u2212';
const LARGEST = Number.MAX_SAFE_INTEGER;

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, NBSP);
}

/** `1234550` of a currency with two digits → `12 345,50`. A zero fraction is not shown. */
export function formatAmount(minor: number, digits: number, locale = 'ru'): string {
  const text = String(Math.abs(Math.trunc(minor))).padStart(digits + 1, '0');
  const whole = grouped(text.slice(0, text.length - digits));
  const fraction = digits > 0 ? text.slice(text.length - digits) : '';
  const shown = /[1-9]/.test(fraction) ? (locale === 'en' ? '.' : ',') + fraction : '';
  return (minor < 0 ? MINUS : '') + whole + shown;
}

/** The sum with the currency's sign after it. */
export function formatMoney(minor: number, currency: Currency, locale = 'ru'): string {
  return formatAmount(minor, currency.digits, locale) + NBSP + currency.symbol;
}

/** As `formatMoney` without the fraction: for averages, whose fraction nobody pays. */
export function formatRoughly(minor: number, currency: Currency, locale = 'ru'): string {
  return formatAmount(minor, currency.digits, locale).replace(/[.,]\d+$/, '') + NBSP + currency.symbol;
}

/** As `formatMoney`, with + before sums above zero: for changes. */
export function formatChange(minor: number, currency: Currency, locale = 'ru'): string {
  return (minor > 0 ? '+' : '') + formatMoney(minor, currency, locale);
}

/**
 * What was typed into a field of money, in minor units; `null` where it is no sum of this
 * currency. Takes spaces of any kind, comma or point, both minus signs and the currency's sign.
 */
export function parseMoney(text: string, digits: number): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f\u2009'’_]/g, '')
    .replace(/[₸₽₴€$£]|[A-Za-zА-Яа-яІіЇїЄєҐґ]+\.?$/gu, '')
    .replace(MINUS, '-');
  const match = /^(-?)(\d{0,16})(?:[.,](\d*))?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const cents = fraction.replace(/0+$/, '');
  if (cents.length > digits) return null;
  const minor = Number((whole || '0') + cents.padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor) || minor > LARGEST) return null;
  return sign ? -minor || 0 : minor;
}

/** Basis points as percent: 1600 → `16 %`. */
export function formatPercent(basisPoints: number, locale = 'ru'): string {
  return formatAmount(basisPoints, 2, locale).replace(/(?<=[.,]\d)0$/, '') + NBSP + '%';
}

/** A plain count with groups. */
export function formatNumber(value: number): string {
  return (value < 0 ? MINUS : '') + grouped(String(Math.abs(Math.trunc(value))));
}

/** A sum in equal parts, exact to the minor unit: what does not divide goes one by one to the first. */
export function splitEvenly(minor: number, parts: number): number[] {
  if (parts <= 0) return [];
  const least = Math.floor(minor / parts);
  return Array.from({ length: parts }, (_, index) => least + (index < minor - least * parts ? 1 : 0));
}
