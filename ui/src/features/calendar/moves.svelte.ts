/** Moves of visits: shown at once, sent to the engine, taken back where it refuses. */
import { CallError, type DaysView, type DayView, queryClient, useMutation } from '../../api';
import * as m from '../../paraglide/messages.js';
import { can, sentence, toast } from '../../state';
import type { HowMany } from '../booking';
import { applyMove, joinMoves, type Move, moveInput } from './move';
import { shelf } from './shelf.svelte';

/** Presses of one key that follow each other within this time are one move, and one undo. */
const PAUSE_MS = 450;
const MAY_OVERRIDE = [
  'staff_busy',
  'outside_hours',
  'in_break',
  'resource_busy',
  'client_busy',
  'in_time_off',
  'skill_missing',
  'buffer_eaten',
  'slot_held',
];

export class Moves {
  #shown = $state.raw<readonly Move[]>([]);
  #held: Move | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chain: Promise<unknown> = Promise.resolve();
  #ask: (move: Move) => Promise<HowMany>;
  #save = useMutation('move_appointment', {
    toast: () => m.calendar_moved(),
    undo: true,
    quiet: true,
  });

  /** `ask` is asked about a visit of a series. */
  constructor(ask: (move: Move) => Promise<HowMany>) {
    this.#ask = ask;
  }

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
    if (move) void this.#queue(move);
  }

  /** Shows and sends a move; true where it was done. */
  send(move: Move): Promise<boolean> {
    this.flush();
    this.#shown = [...this.#shown, move];
    return this.#queue(move);
  }

  #queue(move: Move): Promise<boolean> {
    const done = this.#chain.then(() => this.#decide(move));
    this.#chain = done;
    return done;
  }

  async #decide(move: Move): Promise<boolean> {
    const series = move.visit?.series_id != null && move.following === undefined;
    const many = series ? await this.#ask(move) : 'one';
    const done =
      many !== null && (await this.#post({ ...move, following: move.following ?? many === 'following' }));
    this.#hide(move);
    return done;
  }

  async #post(move: Move): Promise<boolean> {
    const done = await this.#save.run(moveInput(move));
    if (done) {
      keepMoved(move);
      shelf.off(move.visitId);
    } else this.#refused(move, this.#save.error);
    return done !== undefined;
  }

  #refused(move: Move, error: unknown): void {
    const overridable = error instanceof CallError && MAY_OVERRIDE.includes(error.code);
    const action =
      overridable && can('calendar_override')
        ? { label: m.calendar_move_anyway(), run: () => void this.send({ ...move, override: true }) }
        : undefined;
    toast(m.calendar_not_moved({ why: sentence(error) }), { tone: 'bad', action });
  }

  #hide(move: Move | null): void {
    this.#shown = this.#shown.filter((one) => one !== move);
  }
}

/** Kept in the cache until the engine's own answer comes, so that the card does not jump back. */
function keepMoved(move: Move): void {
  const days = queryClient.getQueriesData<DayView>({ queryKey: ['appointments', 'get_day'] });
  for (const [key, day] of days) if (day) queryClient.setQueryData(key, applyMove(day, move));
  const weeks = queryClient.getQueriesData<DaysView>({ queryKey: ['appointments', 'get_days'] });
  for (const [key, week] of weeks)
    if (week) queryClient.setQueryData(key, { days: week.days.map((day) => applyMove(day, move)) });
  for (const command of ['get_day', 'get_days'])
    void queryClient.invalidateQueries({ queryKey: ['appointments', command] });
}
