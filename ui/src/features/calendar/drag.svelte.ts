/** Dragging a card over the grid, or pulling its lower edge. Knows pointers, not Svelte components. */
import { type Card, clamp, snap, SNAP_MIN } from './geometry';

/** What the drag needs of the grid: where it is on the screen, and how large a minute is. */
export interface DragField {
  /** The part that holds the columns. */
  area: HTMLElement;
  scroller: HTMLElement;
  columns: number;
  opens: number;
  closes: number;
  scale: number;
}

export interface Drag {
  card: Card;
  mode: 'move' | 'stretch';
  column: number;
  start: number;
  end: number;
}

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
    const box = field.area.getBoundingClientRect();
    const grip = (event.clientY - box.top) / field.scale + field.opens - card.start;
    const touch = event.pointerType === 'touch';
    const from = { x: event.clientX, y: event.clientY };
    let at = from;
    let frame = 0;

    const show = () => {
      const now = this.#field();
      if (now) this.now = dragAt(now, at, card, column, mode, grip);
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

/** Where the card would be with the pointer there. */
function dragAt(
  field: DragField,
  at: { x: number; y: number },
  card: Card,
  column: number,
  mode: Drag['mode'],
  grip: number,
): Drag {
  const box = field.area.getBoundingClientRect();
  const minute = (at.y - box.top) / field.scale + field.opens;
  if (mode === 'stretch') {
    const least = card.end - card.lastLineMin + SNAP_MIN;
    return { card, mode, column, start: card.start, end: clamp(snap(minute), least, field.closes) };
  }
  const length = card.end - card.start;
  const start = clamp(snap(minute - grip), field.opens, Math.max(field.closes - length, field.opens));
  const over = clamp(Math.floor(((at.x - box.left) / box.width) * field.columns), 0, field.columns - 1);
  return { card, mode, column: over, start, end: start + length };
}

/** Scrolls while the pointer is at an edge; true where it did. */
function scrollAtEdge(scroller: HTMLElement, at: { x: number; y: number }): boolean {
  const box = scroller.getBoundingClientRect();
  const pull = (value: number, low: number, high: number) =>
    value < low + EDGE_PX ? -EDGE_SPEED : value > high - EDGE_PX ? EDGE_SPEED : 0;
  const { scrollLeft, scrollTop } = scroller;
  scroller.scrollBy(pull(at.x, box.left, box.right), pull(at.y, box.top, box.bottom));
  return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
}
