/** Where on the screen the keyboard is. */

/** On a visit, a free cell or a date of the grid. */
export function inGrid(): boolean {
  return document.activeElement?.closest('[data-item], [data-cell], .cell') != null;
}

/** The day's own arrows: only where no field, list or choice uses them. */
export function onDay(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement) return false;
  return focused.closest('header.top') !== null;
}
