/** Moves of visits: shown at once, sent to the engine, taken back where it refuses. */
import { CallError, type DayView, queryClient, queryKey, useMutation } from '../../api';
import * as m from '../../paraglide/messages.js';
import { can, sentence, toast } from '../../state';
import { applyMove, joinMoves, type Move, moveInput } from './geometry';

/** Presses of one key that follow each other within this time are one move, and one undo. */
const PAUSE_MS = 450;
const MAY_OVERRIDE = ['staff_busy', 'outside_hours', 'in_break'];

export class Moves {
  #shown = $state.raw<readonly Move[]>([]);
  #held: Move | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chain: Promise<void> = Promise.resolve();
  #save = useMutation('move_appointment', {
    toast: () => m.calendar_moved(),
    undo: true,
    quiet: true,
  });

  /** The day with the moves that are on their way. */
  apply(day: DayView): DayView {
    return this.#shown.reduce(applyMove, day);
  }

  /** A step of the keyboard: seen now, sent when the fingers rest. */
  nudge(move: Move): void {
    if (this.#held && this.#held.visitId !== move.visitId) this.flush();
    const joined = this.#held ? joinMoves(this.#held, move) : move;
    this.#hide(this.#held);
    this.#held = joined;
    this.#shown = [...this.#shown, joined];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Sends what waits for the fingers to rest. */
  flush(): void {
    clearTimeout(this.#timer);
    const move = this.#held;
    this.#held = null;
    if (move) this.#queue(move);
  }

  /** Shows and sends a move. */
  send(move: Move): void {
    this.flush();
    this.#shown = [...this.#shown, move];
    this.#queue(move);
  }

  #queue(move: Move): void {
    this.#chain = this.#chain.then(() => this.#post(move));
  }

  async #post(move: Move): Promise<void> {
    const done = await this.#save.run(moveInput(move));
    if (done) {
      // Kept in the cache until the engine's own answer comes, so that the card does not jump back.
      const old = queryClient.getQueriesData<DayView>({ queryKey: ['appointments', 'get_day'] });
      for (const [key, day] of old) if (day) queryClient.setQueryData(key, applyMove(day, move));
      void queryClient.invalidateQueries({ queryKey: queryKey('get_day', { day: move.day }) });
    } else this.#refused(move, this.#save.error);
    this.#hide(move);
  }

  #refused(move: Move, error: unknown): void {
    const overridable = error instanceof CallError && MAY_OVERRIDE.includes(error.code);
    const action =
      overridable && can('calendar_override')
        ? { label: m.calendar_move_anyway(), run: () => this.send({ ...move, override: true }) }
        : undefined;
    toast(m.calendar_not_moved({ why: sentence(error) }), { tone: 'bad', action });
  }

  #hide(move: Move | null): void {
    this.#shown = this.#shown.filter((one) => one !== move);
  }
}
