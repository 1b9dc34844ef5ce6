/** Where on the screen the keyboard is. */

/** On a card or on the free cell of the grid. */
export function inGrid(): boolean {
  return document.activeElement?.closest('[data-card], .cell') != null;
}

/** The day's own arrows: only where no field, list or choice uses them. */
export function onDay(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  return focused.closest('header.top') !== null && !(focused instanceof HTMLInputElement);
}
