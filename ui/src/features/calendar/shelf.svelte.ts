/** Visits laid aside, to be put on another date. They stay booked where they are until then. */
import type { Card } from './geometry';

export interface Laid {
  card: Card;
  /** The date it is still booked on. */
  day: string;
}

let laid = $state.raw<readonly Laid[]>([]);
/** The visit that goes next. */
let chosen = $state('');

export const shelf = {
  get list(): readonly Laid[] {
    return laid;
  },
  /** What V puts down: the chosen visit, else the one laid aside last. */
  get next(): Laid | undefined {
    return laid.find((one) => one.card.visit.appointment_id === chosen) ?? laid.at(-1);
  },
  lay(card: Card, day: string): void {
    shelf.off(card.visit.appointment_id);
    laid = [...laid, { card, day }];
    chosen = card.visit.appointment_id;
  },
  choose(visitId: string): void {
    chosen = visitId;
  },
  off(visitId: string): void {
    laid = laid.filter((one) => one.card.visit.appointment_id !== visitId);
    if (chosen === visitId) chosen = '';
  },
};
