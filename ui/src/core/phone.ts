/** Phones as they are typed; the engine checks them and shows them in the salon's manner. */

/** Only the digits. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Looks like the beginning of a phone: digits and the signs around them, at least three digits. */
export function looksLikePhone(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text.trim()) && digitsOf(text).length >= 3;
}
