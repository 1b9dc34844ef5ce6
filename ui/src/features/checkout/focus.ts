/** The keyboard's place while something small is asked beside it. */

/** Remembers what has the keyboard; the answer gives it back. */
export function keepFocus(): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/** The field in which letters are written, not keys pressed. */
export function inWords(): boolean {
  return document.activeElement?.closest('[data-words]') != null;
}

/** A letter belongs to what is being written: in a field of words, or after `1500 ` in a sum. */
export function writing(): boolean {
  const field = document.activeElement;
  return inWords() || (field instanceof HTMLInputElement && /\d\s$/.test(field.value));
}

/** Words going into a sum: what stands there with them, as a line; `null` where there are none. */
export function sumBecomesLine(event: InputEvent): string | null {
  const field = event.target;
  const text = event.data ?? '';
  if (!/\p{L}/u.test(text) || !(field instanceof HTMLInputElement) || !field.closest('.sum')) return null;
  const { value, selectionStart, selectionEnd } = field;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  return whole || value === '' ? text : `${value.trimEnd()} ${text}`;
}
