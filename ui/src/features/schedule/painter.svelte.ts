/** The brush in hand, the marked cells, and what a stroke does to the schedule. */
import { type Schedule, useMutation } from '../../api';
import * as m from '../../paraglide/messages.js';
import { salon, toast } from '../../state';
import { dayHours, isSound, type TypedHours } from './hours';
import { type Block, type Brush, isOrphan, type Orphan, orphansOf, type Paint, settingsOf } from './paint';

const DAY_SHIFT: TypedHours = { start: 9 * 60, end: 18 * 60, breakStart: 0, breakEnd: 0 };
const LATE_SHIFT: TypedHours = { start: 12 * 60, end: 20 * 60, breakStart: 0, breakEnd: 0 };
const LONGEST_SHIFT = 9 * 60;

export class Painter {
  brush = $state<Brush>('select');
  own = $state.raw<TypedHours>(LATE_SHIFT);
  marked = $state.raw<Block>({ top: 0, bottom: 0, left: 0, right: 0 });
  #orphans = $state.raw<Orphan[]>([]);
  #staff: () => Schedule['staff'];
  #set = useMutation('set_schedule_days', {
    undo: true,
    toast: (_, { days }) => m.schedule_painted({ count: days.length }),
  });

  constructor(staff: () => Schedule['staff']) {
    this.#staff = staff;
  }

  /** A usual shift: the salon's own hours where they are no longer than one. */
  get shift(): TypedHours {
    const hours = salon()?.salon;
    return hours && hours.closes_min - hours.opens_min <= LONGEST_SHIFT
      ? { ...DAY_SHIFT, start: hours.opens_min, end: hours.closes_min }
      : DAY_SHIFT;
  }

  /** Marked people. */
  get people(): number {
    return this.marked.bottom - this.marked.top + 1;
  }

  /** What is marked, in words; nothing where it is one cell. */
  get markedText(): string {
    const dates = this.marked.right - this.marked.left + 1;
    if (this.people * dates <= 1) return '';
    return m.schedule_selected({
      days: m.schedule_days({ count: dates }),
      people: m.schedule_people({ count: this.people }),
    });
  }

  /** Days that the last stroke made days off although visits stand on them. */
  get orphans(): Orphan[] {
    return this.#orphans.filter((one) => isOrphan(this.#staff(), one));
  }

  /** Paints the marked cells with the brush, or with what is given. */
  async paint(by: Paint | null = this.#paint()): Promise<void> {
    if (this.brush === 'select' && by === null) toast(m.schedule_brush_needed());
    if (by === null || this.marked.right < 0) return;
    const days = settingsOf(this.#staff(), this.marked, by);
    if (days.length === 0) return;
    const left = orphansOf(this.#staff(), days);
    if (await this.#set.run({ days })) this.#orphans = left;
  }

  /** Another month. */
  forget(): void {
    this.#orphans = [];
  }

  #paint(): Paint | null {
    if (this.brush === 'shift') return { hours: dayHours(this.shift) };
    if (this.brush === 'own') return isSound(this.own) ? { hours: dayHours(this.own) } : null;
    if (this.brush === 'off') return { hours: null };
    return this.brush === 'usual' ? 'usual' : null;
  }
}
