/** How the arrows walk over the week of all staff: a cell is one person's date. */
import type { Column } from './geometry';
import type { Way } from './keyboard';

/** Dates of a row. */
export const WEEK = 7;

export interface TeamPlace {
  /** Index of the cell: row by row. */
  cell: number;
  /** What stands there; `null`: the cell itself. */
  item: string | null;
}

/** What the keyboard stops at in a cell: each visit, then the cell itself, for a new one. */
function stopsOf(cell: Column | undefined): (string | null)[] {
  return [...(cell?.items.map((item) => item.key) ?? []), null];
}

/** A place that exists: the same visit wherever it is now, else the same cell. */
export function settleTeam(place: TeamPlace | null, cells: readonly Column[]): TeamPlace | null {
  const key = place?.item ?? null;
  const found = key ? cells.findIndex(({ items }) => items.some((item) => item.key === key)) : -1;
  if (found >= 0) return { cell: found, item: key };
  const cell = Math.min(place?.cell ?? 0, cells.length - 1);
  return cell < 0 ? null : { cell, item: place ? null : (stopsOf(cells[cell])[0] ?? null) };
}

/** One step; at an edge it stays. Up and down go through the visits of a cell first. */
export function stepTeam(place: TeamPlace, way: Way, cells: readonly Column[]): TeamPlace {
  const { cell, item } = place;
  const column = cell % WEEK;
  const first = cell - column;
  const to = { left: cell - 1, right: cell + 1, first, last: first + WEEK - 1, up: cell, down: cell }[way];
  if (way === 'up' || way === 'down') return stepWithin(place, way, cells);
  const sameRow = to >= first && to < first + WEEK;
  return sameRow && to !== cell ? { cell: to, item: stopsOf(cells[to])[0] ?? null } : { cell, item };
}

function stepWithin(place: TeamPlace, way: 'up' | 'down', cells: readonly Column[]): TeamPlace {
  const stops = stopsOf(cells[place.cell]);
  const next = stops.indexOf(place.item) + (way === 'down' ? 1 : -1);
  if (next >= 0 && next < stops.length) return { cell: place.cell, item: stops[next] ?? null };
  const cell = place.cell + (way === 'down' ? WEEK : -WEEK);
  if (!cells[cell]) return place;
  const there = stopsOf(cells[cell]);
  return { cell, item: (way === 'down' ? there[0] : there.at(-1)) ?? null };
}
