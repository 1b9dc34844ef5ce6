/** Where a card stands in its column, and how much of it fits. */
import type { Card } from './geometry';

/** Between cards that touch. */
export const GAP = 2;
const SEAT_TOP = 22;
const SEAT = 20;

/** The column's scale: its first minute and the pixels of a minute. */
export interface Scale {
  opens: number;
  scale: number;
}

/** How much fits: one line, two, three, or also the word. */
export function sizeOf(card: Card, scale: number): 'one' | 'two' | 'three' | 'four' {
  const height = (card.end - card.start) * scale - GAP;
  if (height < 34 || card.seat !== null) return 'one';
  if (height < 51) return 'two';
  return height < 66 ? 'three' : 'four';
}

/** Lines that are left for the services beside time, name and word. */
export function linesOf(card: Card, scale: number): number {
  return Math.max(Math.floor(((card.end - card.start) * scale - 55) / 15), 1);
}

export function boxOf(card: Card, { opens, scale }: Scale): string {
  const width = 100 / card.lanes;
  const top = (card.start - opens) * scale;
  if (card.seat !== null) return seatBox(card, card.seat, top, scale);
  return (
    `top:${top + 1}px;height:${(card.end - card.start) * scale - GAP}px;` +
    `left:calc(${card.lane * width}% + 3px);width:calc(${card.span * width}% - 6px)`
  );
}

/** Who comes to a group stands in rows under its title, in as many as fit side by side. */
function seatBox(card: Card, seat: number, top: number, scale: number): string {
  const rows = Math.max(Math.floor(((card.end - card.start) * scale - SEAT_TOP - GAP) / SEAT), 1);
  const width = 100 / card.lanes;
  const share = (card.span * width) / Math.ceil(card.seats / rows);
  return (
    `top:${top + SEAT_TOP + (seat % rows) * SEAT}px;height:${SEAT - GAP}px;` +
    `left:calc(${card.lane * width + Math.floor(seat / rows) * share}% + 8px);width:calc(${share}% - 14px)`
  );
}

/** The thin tail of the clean-up. */
export function cleaningBox(card: Card, { opens, scale }: Scale): string {
  const width = 100 / card.lanes;
  return (
    `top:${(card.end - opens) * scale - 1}px;height:${card.cleaning * scale}px;` +
    `left:calc(${card.lane * width}% + 7px);width:calc(${card.span * width}% - 14px)`
  );
}
