/** How the arrows walk over the day: from card to card, and over free time in half hours. */
import type { Card, Column } from './geometry';

/** Free time is walked in these steps. */
const CELL_MIN = 30;

/** Where the keyboard stands. */
export interface Place {
  column: number;
  /** Start of the card or of the free cell. */
  at: number;
  /** The card; `null` on free time. */
  card: string | null;
  /** The minute that sideways steps look for. */
  wanted: number;
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export interface Stop {
  at: number;
  end: number;
  card: string | null;
}

/** All stops of a column from top to bottom: its cards, and the free time between them. */
export function stopsOf(cards: readonly Card[], opens: number, closes: number): Stop[] {
  const stops: Stop[] = cards.map((card) => ({ at: card.start, end: card.end, card: card.key }));
  let free = opens;
  const gaps: [number, number][] = [];
  for (const card of cards) {
    if (card.start > free) gaps.push([free, card.start]);
    free = Math.max(free, card.end);
  }
  if (free < closes) gaps.push([free, closes]);
  for (const [from, to] of gaps) {
    for (let at = from; at < to; at = (Math.floor(at / CELL_MIN) + 1) * CELL_MIN)
      stops.push({ at, end: Math.min(to, (Math.floor(at / CELL_MIN) + 1) * CELL_MIN), card: null });
  }
  return stops.sort((a, b) => a.at - b.at || a.end - b.end);
}

/** The stop of a column that covers the minute, a card before free time; else the nearest. */
export function stopAt(stops: readonly Stop[], minute: number): Stop | undefined {
  const covering = stops.filter((stop) => stop.at <= minute && minute < stop.end);
  const found = covering.find((stop) => stop.card !== null) ?? covering[0];
  if (found) return found;
  return [...stops].sort((a, b) => Math.abs(a.at - minute) - Math.abs(b.at - minute))[0];
}

function placeOf(column: number, stop: Stop, wanted = stop.at): Place {
  return { column, at: stop.at, card: stop.card, wanted };
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
  const stops = stopsOf(column.cards, opens, closes);
  if (sideways !== 0) {
    const stop = stopAt(stops, place.wanted);
    return stop ? placeOf(to, stop, place.wanted) : place;
  }
  const here = stops.findIndex((stop) => stop.at === place.at && stop.card === place.card);
  const index = { up: here - 1, down: here + 1, first: 0, last: stops.length - 1, left: here, right: here }[
    way
  ];
  const stop = stops[index];
  return stop ? placeOf(to, stop) : place;
}

/** Where a card stands now; after a move, an undo or another day the old place is looked up again. */
export function placeOfCard(key: string, columns: readonly Column[]): Place | null {
  for (const [column, { cards }] of columns.entries()) {
    const card = cards.find((one) => one.key === key);
    if (card) return { column, at: card.start, card: key, wanted: card.start };
  }
  return null;
}

/** A place that exists: the same card, else what stands at that minute, else the day's beginning. */
export function settle(
  place: Place | null,
  columns: readonly Column[],
  opens: number,
  closes: number,
  fallback: number,
): Place | null {
  const same = place?.card ? placeOfCard(place.card, columns) : null;
  if (same) return same;
  const column = Math.min(place?.column ?? 0, columns.length - 1);
  const cards = columns[column]?.cards;
  if (!cards) return null;
  const stops = stopsOf(cards, opens, closes);
  const exact = place ? stops.find((stop) => stop.at === place.at && stop.card === null) : undefined;
  const stop = exact ?? stopAt(stops, place?.at ?? fallback);
  return stop ? placeOf(column, stop) : null;
}
