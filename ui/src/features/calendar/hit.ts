/** What is under the mouse on the grid. */
import type { Column, Item } from './geometry';

const CLICK_STEP = 15;

/** The visit, group, time off … that an element belongs to. */
export function itemUnder(
  target: EventTarget | null,
  columns: readonly Column[],
): { item: Item; column: number } | null {
  const node = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
  const key = node?.dataset.item;
  const column = key ? columns.findIndex(({ items }) => items.some((one) => one.key === key)) : -1;
  const item = columns[column]?.items.find((one) => one.key === key);
  return item ? { item, column } : null;
}

/** Column and quarter of an hour of a point. */
export function timeUnder(
  event: MouseEvent,
  area: HTMLElement,
  columns: number,
  opens: number,
  scale: number,
): { column: number; at: number } {
  const box = area.getBoundingClientRect();
  const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
  return { column, at: opens + Math.floor((event.clientY - box.top) / scale / CLICK_STEP) * CLICK_STEP };
}

/** In the box of a freed hole, which has keys and clicks of its own. */
export function inHole(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-hole]') !== null;
}
