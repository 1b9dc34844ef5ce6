/** Dragging a card over the grid, or pulling its lower edge. Knows pointers, not Svelte components. */
import { type Card, clamp, snap, SNAP_MIN } from './geometry';

interface Point {
  x: number;
  y: number;
}

/** What the drag needs of the view it goes on in. */
export interface DragField {
  scroller: HTMLElement;
  /** Where a visit is held, in minutes from its start, or from its end where that is pulled. */
  grip: (at: Point, card: Card, mode: Drag['mode']) => number;
  /** Where the card would be with the pointer there. */
  at: (at: Point, held: Held) => Drag;
}

/** A card in the hand. */
export interface Held {
  card: Card;
  /** The column that it comes from, or `NO_COLUMN`. */
  column: number;
  mode: Drag['mode'];
  grip: number;
}

export interface Drag {
  card: Card;
  mode: 'move' | 'stretch';
  column: number;
  start: number;
  end: number;
  /** Where the pointer is. */
  over: 'grid' | 'shelf' | 'away';
}

/** The column of what is taken off the shelf. */
export const NO_COLUMN = -1;

const SLACK_PX = 4;
const EDGE_PX = 44;
const EDGE_SPEED = 14;
const LONG_PRESS_MS = 380;

export class Dragging {
  /** What is in the air; `null` while nothing is. */
  now = $state.raw<Drag | null>(null);
  #field: () => DragField | null;
  #drop: (drag: Drag, fromColumn: number) => void;
  #stop: (() => void) | null = null;
  /** A drag has just ended: the click that follows is none. */
  #justDropped = false;

  constructor(field: () => DragField | null, drop: (drag: Drag, fromColumn: number) => void) {
    this.#field = field;
    this.#drop = drop;
  }

  /** True once after a drag: swallows the click that a mouse makes at its end. */
  takeClick(): boolean {
    const just = this.#justDropped;
    this.#justDropped = false;
    return just;
  }

  cancel(): void {
    this.#stop?.();
  }

  /** The pointer went down on a card. */
  begin(event: PointerEvent, card: Card, column: number, mode: Drag['mode']): void {
    if (event.button !== 0 || this.#stop) return;
    this.#justDropped = false;
    const field = this.#field();
    if (!field) return;
    const touch = event.pointerType === 'touch';
    const from = { x: event.clientX, y: event.clientY };
    const grip = column === NO_COLUMN ? 0 : field.grip(from, card, mode);
    let at: Point = from;
    let frame = 0;

    const show = () => {
      const now = this.#field();
      if (now) this.now = now.at(at, { card, column, mode, grip });
    };
    const lift = () => {
      show();
      const tick = () => {
        if (scrollAtEdge(field.scroller, at)) show();
        frame = requestAnimationFrame(tick);
      };
      frame = requestAnimationFrame(tick);
    };
    const press = touch ? setTimeout(lift, LONG_PRESS_MS) : undefined;

    const move = (next: PointerEvent) => {
      if (next.pointerId !== event.pointerId) return;
      at = { x: next.clientX, y: next.clientY };
      if (this.now) show();
      else if (Math.hypot(at.x - from.x, at.y - from.y) > SLACK_PX) {
        if (touch) stop();
        else lift();
      }
    };
    const up = (next: PointerEvent) => {
      if (next.pointerId !== event.pointerId) return;
      const drag = this.now;
      stop();
      if (!drag) return;
      this.#justDropped = true;
      this.#drop(drag, column);
    };
    const key = (next: KeyboardEvent) => {
      if (next.code !== 'Escape' || !this.now) return;
      next.preventDefault();
      next.stopImmediatePropagation();
      this.#justDropped = true;
      stop();
    };
    // A finger that holds a card must not scroll the page with it.
    const hold = (next: TouchEvent) => {
      if (this.now) next.preventDefault();
    };
    const stop = () => {
      clearTimeout(press);
      cancelAnimationFrame(frame);
      listen('remove');
      this.now = null;
      this.#stop = null;
    };
    const listen = (way: 'add' | 'remove') => {
      const change = way === 'add' ? window.addEventListener : window.removeEventListener;
      change('pointermove', move as EventListener);
      change('pointerup', up as EventListener);
      change('pointercancel', stop);
      change('blur', stop);
      change('keydown', key as EventListener, true);
      change('touchmove', hold as EventListener, { passive: false } as AddEventListenerOptions);
    };
    listen('add');
    this.#stop = stop;
  }
}

export function inside(node: HTMLElement | null, at: Point): boolean {
  const box = node?.getBoundingClientRect();
  return box !== undefined && at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
}

/** The grid of minutes as a field. */
interface Minutes {
  /** The part that holds the columns. */
  area: HTMLElement;
  scroller: HTMLElement;
  /** Where visits are laid aside. */
  shelf: HTMLElement | null;
  columns: number;
  /** A column is a room: a visit keeps its own. */
  fixed: boolean;
  opens: number;
  closes: number;
  /** Pixels of a minute. */
  scale: number;
}

export function minuteField(grid: Minutes): DragField {
  const minuteAt = (at: Point) => (at.y - grid.area.getBoundingClientRect().top) / grid.scale + grid.opens;
  return {
    scroller: grid.scroller,
    grip: (at, card, mode) => minuteAt(at) - (mode === 'stretch' ? card.end : card.start),
    at: (at, held) =>
      held.mode === 'stretch' ? stretched(grid, minuteAt(at), held) : moved(grid, at, minuteAt(at), held),
  };
}

function stretched(grid: Minutes, minute: number, { card, column, mode, grip }: Held): Drag {
  const least = card.end - card.lastLineMin + SNAP_MIN;
  const end = clamp(snap(minute - grip), least, grid.closes);
  return { card, mode, column, start: card.start, end, over: 'grid' };
}

function moved(grid: Minutes, at: Point, minute: number, { card, column, mode, grip }: Held): Drag {
  const laid = column === NO_COLUMN;
  const length = card.end - card.start;
  const start = clamp(snap(minute - grip), grid.opens, Math.max(grid.closes - length, grid.opens));
  const box = grid.area.getBoundingClientRect();
  const under = Math.floor(((at.x - box.left) / box.width) * grid.columns);
  const to = grid.fixed && !laid ? column : clamp(under, 0, grid.columns - 1);
  // A card of the grid stays on it, also past its edges; one from the shelf must be brought there.
  const over = !laid || inside(grid.scroller, at) ? 'grid' : 'away';
  return {
    card,
    mode,
    column: to,
    start,
    end: start + length,
    over: inside(grid.shelf, at) ? 'shelf' : over,
  };
}

/** Scrolls while the pointer is at an edge; true where it did. */
function scrollAtEdge(scroller: HTMLElement, at: Point): boolean {
  const box = scroller.getBoundingClientRect();
  const pull = (value: number, low: number, high: number) =>
    value < low + EDGE_PX ? -EDGE_SPEED : value > high - EDGE_PX ? EDGE_SPEED : 0;
  const { scrollLeft, scrollTop } = scroller;
  scroller.scrollBy(pull(at.x, box.left, box.right), pull(at.y, box.top, box.bottom));
  return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
}
