/** A card in the air over the grid: what its move would be, and what it would run into. */
import type { DayView } from '../../api';
import { type Conflict, conflictOf } from './conflicts';
import { type Drag, type DragField, Dragging, NO_COLUMN } from './drag.svelte';
import { type Column, visitStart } from './geometry';
import { applyMove, type Move } from './move';
import type { Hand } from './spot';

interface Ground {
  columns: readonly Column[];
  days: readonly DayView[];
}

export class Air {
  readonly dragging: Dragging;
  #ground: () => Ground;
  #hand: () => Hand;

  constructor(field: () => DragField | null, ground: () => Ground, hand: () => Hand) {
    this.#ground = ground;
    this.#hand = hand;
    this.dragging = new Dragging(field, (drag, from) => this.#drop(drag, from));
  }

  readonly now = $derived.by(() => this.dragging.now);
  /** What stands in the way where it is. */
  readonly clash = $derived.by<Conflict | null>(() => {
    const drag = this.now;
    if (drag?.over !== 'grid') return null;
    const { columns, days } = this.#ground();
    const from = columns.findIndex(({ cards }) => cards.some(({ key }) => key === drag.card.key));
    const move = this.#moveOf(drag, from);
    const day = days.find((one) => one.day === move.day);
    return day ? conflictOf(applyMove(day, move), move.visitId) : null;
  });

  #moveOf(drag: Drag, from: number): Move {
    const { columns } = this.#ground();
    const { visit, lastLine, lastLineMin, staffId } = drag.card;
    const to = columns[drag.mode === 'move' ? drag.column : from];
    const grown = drag.end - drag.card.end;
    const crossing = to !== undefined && to.staffId !== '' && to.staffId !== staffId;
    return {
      visitId: visit.appointment_id,
      visit,
      day: to?.day ?? '',
      start: visitStart(visit) + (drag.mode === 'move' ? drag.start - drag.card.start : 0),
      ...(crossing ? { from: staffId, to: to.staffId } : {}),
      ...(drag.mode === 'stretch' ? { stretch: { lineId: lastLine, minutes: lastLineMin + grown } } : {}),
    };
  }

  #drop(drag: Drag, from: number): void {
    const { card } = drag;
    const still = drag.start === card.start && drag.end === card.end && drag.column === from;
    const day = this.#ground().columns[from]?.day;
    if (drag.over === 'shelf') {
      if (day !== undefined && drag.mode === 'move') this.#hand().lay(card, day);
    } else if (drag.over === 'grid' && !still)
      this.#hand().move(this.#moveOf(drag, from), from === NO_COLUMN);
  }
}
