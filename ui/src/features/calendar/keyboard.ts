/** How the arrows walk over the day: from card to card, and over free time in half hours. */
import type { Column, Item } from './geometry';

/** Free time is walked in these steps. */
const CELL_MIN = 30;

/** Where the keyboard stands. */
export interface Place {
  column: number;
  /** Start of what stands there, or of the free cell. */
  at: number;
  /** Key of the visit, group, time off …; `null` on free time. */
  item: string | null;
  /** The minute that sideways steps look for. */
  wanted: number;
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export interface Stop {
  at: number;
  end: number;
  item: string | null;
}

/** When whoever the column belongs to has hands on: while a client waits there is room for another. */
function busyOf(item: Item): [number, number][] {
  const waits = item.kind === 'visit' ? item.waits : [];
  const busy: [number, number][] = [];
  let from = item.start;
  for (const wait of waits) {
    busy.push([from, wait.from]);
    from = wait.to;
  }
  return [...busy, [from, item.end]];
}

/** All stops of a column from top to bottom: what stands there, and the free time between. */
export function stopsOf(items: readonly Item[], opens: number, closes: number): Stop[] {
  const stops: Stop[] = items.map(({ start, end, key }) => ({ at: start, end, item: key }));
  let free = opens;
  const gaps: [number, number][] = [];
  for (const [from, to] of items.flatMap(busyOf).sort((a, b) => a[0] - b[0])) {
    if (from > free) gaps.push([free, Math.min(from, closes)]);
    free = Math.max(free, to);
  }
  if (free < closes) gaps.push([free, closes]);
  for (const [from, to] of gaps) {
    for (let at = from; at < to; at = (Math.floor(at / CELL_MIN) + 1) * CELL_MIN)
      stops.push({ at, end: Math.min(to, (Math.floor(at / CELL_MIN) + 1) * CELL_MIN), item: null });
  }
  return stops.sort((a, b) => a.at - b.at || b.end - a.end);
}

/** The stop of a column that covers the minute, the innermost before free time; else the nearest. */
export function stopAt(stops: readonly Stop[], minute: number): Stop | undefined {
  const covering = stops.filter((stop) => stop.at <= minute && minute < stop.end);
  const found = covering.findLast((stop) => stop.item !== null) ?? covering[0];
  if (found) return found;
  return [...stops].sort((a, b) => Math.abs(a.at - minute) - Math.abs(b.at - minute))[0];
}

function placeOf(column: number, stop: Stop, wanted = stop.at): Place {
  return { column, at: stop.at, item: stop.item, wanted };
}

/** One step from a place. At an edge it stays. */
export function stepFrom(
  place: Place,
  way: Way,
  columns: readonly Column[],
  opens: number,
  closes: number,
): Place {
  const sideways = way === 'left' ? -1 : way === 'right' ? 1 : 0;
  const to = place.column + sideways;
  const column = columns[to];
  if (!column) return place;
  const stops = stopsOf(column.items, opens, closes);
  if (sideways !== 0) {
    const stop = stopAt(stops, place.wanted);
    return stop ? placeOf(to, stop, place.wanted) : place;
  }
  const here = stops.findIndex((stop) => stop.at === place.at && stop.item === place.item);
  const index = { up: here - 1, down: here + 1, first: 0, last: stops.length - 1, left: here, right: here }[
    way
  ];
  const stop = stops[index];
  return stop ? placeOf(to, stop) : place;
}

/** Where something stands now; after a move, an undo or another date the old place is looked up again. */
export function placeOfItem(key: string, columns: readonly Column[]): Place | null {
  for (const [column, { items }] of columns.entries()) {
    const item = items.find((one) => one.key === key);
    if (item) return { column, at: item.start, item: key, wanted: item.start };
  }
  return null;
}

/** The first card of a visit. */
export function placeOfVisit(visitId: string, columns: readonly Column[]): Place | null {
  const cards = columns.flatMap((column) => column.cards);
  const own = cards.filter((card) => card.visit.appointment_id === visitId).sort((a, b) => a.start - b.start);
  return own[0] ? placeOfItem(own[0].key, columns) : null;
}

/** A place that exists: the same thing, else what stands at that minute, else the day's beginning. */
export function settle(
  place: Place | null,
  columns: readonly Column[],
  opens: number,
  closes: number,
  fallback: number,
): Place | null {
  const same = place?.item ? placeOfItem(place.item, columns) : null;
  if (same) return same;
  const column = Math.min(place?.column ?? 0, columns.length - 1);
  const items = columns[column]?.items;
  if (!items) return null;
  const stops = stopsOf(items, opens, closes);
  const exact = place ? stops.find((stop) => stop.at === place.at && stop.item === null) : undefined;
  const stop = exact ?? stopAt(stops, place?.at ?? fallback);
  return stop ? placeOf(column, stop) : null;
}

const ways: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** What the press of a plain key means on the calendar. */
export function meaningOf(event: KeyboardEvent): Way | 'before' | 'after' | 'choose' | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.code === 'PageUp') return 'before';
  if (event.code === 'PageDown') return 'after';
  if (/^(Enter|NumpadEnter|Space)$/.test(event.code)) return 'choose';
  return ways[event.code] ?? null;
}
