/** Where the keyboard stands on the calendar, and what can be done there, whatever the view. */
import type { Card, Column, Item } from './geometry';
import type { Move } from './move';

export interface Spot {
  day: string;
  /** Key of the column or cell. */
  column: string;
  /** Whose time; empty in a room. */
  staffId: string;
  staff: string;
  /** Start of what stands there or of the free cell; `null` where a cell is a whole day. */
  at: number | null;
  item: Item | null;
}

/** Time that a cancelled visit has left. */
export interface Hole {
  day: string;
  staffId: string;
  from: number;
  to: number;
  /** Key of the column or cell it is in; empty where none of those shown is its own. */
  column: string;
}

/** What a view asks the screen to do. */
export interface Hand {
  /** Opens what stands there, or books on free time. */
  choose: (spot: Spot) => void;
  /** Offers what can be done where the keyboard stands. */
  menu: () => void;
  move: (move: Move, fromShelf: boolean) => void;
  /** Lays a visit on the shelf. */
  lay: (card: Card, day: string) => void;
  /** So many days, weeks or months on. */
  step: (steps: number) => void;
  /** Shows one date alone. */
  day: (day: string) => void;
}

/** What the screen needs of a view that shows visits as cards. */
export interface Board {
  /** Puts the keyboard where it stood, or on a visit, and brings it into view. */
  focusOn: (visitId?: string) => Promise<void>;
  standing: () => Spot | null;
  /** The date and person so many columns away; `null` where there is none. */
  beside: (columns: number) => { day: string; staffId: string } | null;
  /** The element of the place, for what hangs at it. */
  anchor: () => HTMLElement | null;
  /** A visit is pulled off the shelf. */
  pull: (event: PointerEvent, card: Card) => void;
  /** True once after a drag: the click that follows is none. */
  takeClick: () => boolean;
}

export function cardOf(spot: Spot | null | undefined): Card | null {
  return spot?.item?.kind === 'visit' ? spot.item : null;
}

export function spotOf(column: Column | undefined, at: number, item: Item | null): Spot {
  const { key = '', day = '', staffId = '', staff = null } = column ?? {};
  return { day, column: key, staffId, staff: staff?.name ?? '', at, item };
}
