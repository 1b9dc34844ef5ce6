/** A row that was dealt with leaves the list: the keyboard goes on with the one in its place. */

/** The row of a table that has the keyboard; −1 where none has. */
export function focusedRow(root: HTMLElement | null): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  return row && root?.contains(row) ? Number(row.dataset.row) : -1;
}

/** Watches a table's rows while the component lives. The answer goes to a row by hand, after a dialog. */
export function keepRow(
  root: () => HTMLElement | null,
  rows: () => readonly unknown[],
  focus: (index: number) => void,
): (index: number) => void {
  let at = -1;
  $effect.pre(() => {
    void rows();
    const now = focusedRow(root());
    if (now >= 0) at = now;
  });
  const back = () => {
    const { length } = rows();
    if (at >= 0 && length > 0 && document.activeElement === document.body) focus(Math.min(at, length - 1));
  };
  $effect(back);
  return (index) => {
    at = index;
    requestAnimationFrame(back);
  };
}
