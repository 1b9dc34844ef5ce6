/** The way by keys from a screen's bar into its list. */
import type { Action } from '../core/keys';
import * as m from '../paraglide/messages.js';

/** A list that rows can be focused in. */
export interface Rows {
  focusRow: (index: number) => void;
}

/** Down: to the first row, unless the arrows belong to what has the focus. */
export function toList(id: string, rows: () => number, table: () => Rows | undefined): Action {
  return {
    id,
    label: m.common_to_list,
    shortcuts: ['ArrowDown'],
    hidden: true,
    enabled: () =>
      rows() > 0 &&
      table() !== undefined &&
      !document.activeElement?.closest(
        'aside, [role=grid], [role=radiogroup], [role=tablist], [role=dialog], [role=menu]',
      ),
    run: () => table()?.focusRow(0),
  };
}
