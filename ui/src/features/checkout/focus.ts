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

/** A letter typed into a sum: what stands there with it, as a line; `null` where it is no such thing. */
export function sumBecomesLine(event: KeyboardEvent): string | null {
  const field = event.target;
  const letter = /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!letter || !(field instanceof HTMLInputElement)) return null;
  const { value, selectionStart, selectionEnd } = field;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  return whole || value === '' ? event.key : `${value} ${event.key}`;
}
