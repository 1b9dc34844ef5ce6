/** The calendar screen's state: what is shown, where the keyboard stands, what is asked. */
import { tick } from 'svelte';
import {
  type Appointment,
  type AppointmentStatus,
  type DayAppointment,
  type DayOff,
  type DayView,
  useMutation,
  useQuery,
} from '../../api';
import { addDays, DAY_MINUTES, daysBetween } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { can, go, here, route, setParams, statusName, today } from '../../state';
import type { BookingDraft, HowMany } from '../booking';
import { inGrid } from './focus';
import { frameOf } from './frame';
import { type Card, SNAP_MIN, visitStart } from './geometry';
import { holeOf } from './hole';
import type { Place } from './keyboard';
import type { Move } from './move';
import { Moves } from './moves.svelte';
import { type Mode, monthOf, paramsFor, shownOf, stepped } from './range';
import { shelf } from './shelf.svelte';
import { type Board, cardOf, type Hand, type Hole, type Spot } from './spot';

/** A small question beside a place of the calendar. */
export type Asked =
  | { kind: 'menu'; at: HTMLElement; spot: Spot }
  | { kind: 'block'; at: HTMLElement; spot: Spot; start: number }
  | { kind: 'off'; at: HTMLElement; off: DayOff; day: string }
  | { kind: 'cancel'; at: HTMLElement; card: Card; spot: Spot }
  | { kind: 'series'; at: HTMLElement; client: string; answer: (many: HowMany) => void };

/** What a panel leaves behind in the address. */
const SHUT = { visit: '', new: '', staff: '', at: '', seen: '', client: '', repeat: '', group: '', from: '' };
const LIST_MOST = 500;

export class Calendar {
  readonly params = $derived(route().params);
  readonly shown = $derived(shownOf(this.params, today().day));
  readonly visit = $derived(this.params.visit ?? '');
  readonly panel = $derived(this.params.new === '1' || this.visit !== '');

  board = $state.raw<Board | null>(null);
  place = $state.raw<Place | null>(null);
  drafts = $state.raw<readonly BookingDraft[]>([]);
  asked = $state.raw<Asked | null>(null);
  hole = $state.raw<Hole | null>(null);
  /** The keyboard goes to this visit as soon as it is seen. */
  wanted = $state(route().params.seen ?? '');

  readonly moves = new Moves((move) => this.#howMany(move));
  readonly #status = useMutation('set_appointment_status', {
    toast: (_, { status }) => m.booking_status_set({ status: statusName(status) }),
    undo: true,
  });
  #day = useQuery(
    'get_day',
    () => ({ day: this.shown.from }),
    () => ({ enabled: this.shown.span === 'day' }),
  );
  #week = useQuery(
    'get_days',
    () => ({ from_day: this.shown.from, days: this.shown.days }),
    () => ({ enabled: this.shown.span === 'week' }),
  );
  readonly list = useQuery(
    'list_appointments',
    () => ({
      from_day: monthOf(this.shown.date).from,
      to_day: monthOf(this.shown.date).to,
      staff_id: this.shown.who || null,
      client_id: null,
      service_id: null,
      statuses: [],
      payment_statuses: [],
      to_call: false,
      descending: false,
      limit: LIST_MOST,
      offset: 0,
    }),
    () => ({ enabled: this.shown.mode === 'list' && this.shown.span === 'month' }),
  );
  #before: DayView | undefined;

  /** The dates as they are, with the moves on their way; `null` while they are read. */
  readonly #read = $derived.by(() => {
    const { span } = this.shown;
    const read = span === 'day' ? this.#day.data && [this.#day.data] : this.#week.data?.days;
    if (span === 'month' || !read) return null;
    this.#before = read[0];
    return read.map((day) => this.moves.apply(day));
  });
  readonly loading = $derived(this.#read === null);
  /** The dates, or their empty frame: never those of another date. */
  readonly days = $derived.by<DayView[]>(() => {
    const { from, days, span } = this.shown;
    if (this.#read) return this.#read;
    return Array.from({ length: span === 'month' ? 0 : days }, (_, index) =>
      frameOf(addDays(from, index), this.#before),
    );
  });
  readonly fetching = $derived(this.#day.isFetching || this.#week.isFetching || this.list.isFetching);
  readonly error = $derived(
    { day: this.#day.error, week: this.#week.error, month: this.list.error }[this.shown.span],
  );

  readonly hand: Hand = {
    choose: (spot) => this.choose(spot),
    menu: () => this.menu(),
    move: (move, fromShelf) => void this.move(move, fromShelf),
    lay: (card, day) => shelf.lay(card, day),
    step: (steps) => void this.step(steps),
    day: (day) => void this.show('staff', { date: dateParam(day), who: '' }),
  };

  /** Another view, date or person; the keyboard stays in the grid if it was there. */
  async show(mode: Mode, more: Record<string, string> = {}, one = ''): Promise<void> {
    const spot = inGrid() ? (this.board?.standing() ?? null) : null;
    const date = spot ? dateParam(spot.day) : (this.params.date ?? '');
    await this.#turn({ ...paramsFor(mode, this.shown, one), date, ...more }, spot);
  }

  async goTo(day: string): Promise<void> {
    await this.#turn({ date: dateParam(day) });
  }

  async step(steps: number): Promise<void> {
    await this.goTo(stepped(this.shown, steps));
  }

  async #turn(params: Record<string, string>, spot: Spot | null = null): Promise<void> {
    const stood = inGrid();
    this.moves.flush();
    this.hole = null;
    this.wanted = '';
    // A visit that is being written is carried along; one that is looked at is closed.
    setParams({ ...(this.params.new === '1' ? { staff: '', at: '' } : SHUT), ...params });
    await tick();
    if (spot) this.#stay(spot);
    if (stood) await this.board?.focusOn();
  }

  /** The keyboard stays on the date and the visit where it stood in the view before. */
  #stay({ day, staffId, at, item }: Spot): void {
    const people = this.days[0]?.staff ?? [];
    const column =
      this.shown.mode === 'week'
        ? daysBetween(this.shown.from, day)
        : people.findIndex((staff) => staff.staff_id === staffId);
    const minute = at ?? this.place?.at;
    if (column >= 0 && minute !== undefined)
      this.place = { column, at: minute, item: item?.key ?? null, wanted: minute };
    if (item?.kind === 'visit' && !this.panel) this.wanted = item.visit.appointment_id;
  }

  open(id: string): void {
    this.moves.flush();
    this.drafts = [];
    setParams({ ...SHUT, visit: id });
  }

  /** A new visit there; an unfinished one moves there. */
  book(spot: Spot | null = null): void {
    if (!can('calendar_write')) return;
    const at = spot?.at == null ? '' : String(spot.at);
    const date = spot ? dateParam(spot.day) : (this.params.date ?? '');
    setParams({ ...SHUT, new: '1', staff: spot?.staffId ?? '', at, date });
  }

  /** N: where the keyboard stands, if it stands in the grid; else the panel finds the time. */
  bookHere(): void {
    const spot = inGrid() ? (this.board?.standing() ?? null) : null;
    if (spot?.item?.kind === 'group') this.choose(spot);
    else this.book(spot);
  }

  choose(spot: Spot): void {
    const { item } = spot;
    if (!item) this.book(spot);
    else if (item.kind === 'visit') this.open(item.visit.appointment_id);
    else if (item.kind === 'hold') go('waitlist');
    else if (!can('calendar_write')) return;
    else if (item.kind === 'off') this.#ask((at) => ({ kind: 'off', at, off: item.off, day: spot.day }));
    else {
      const place = { date: dateParam(spot.day), staff: spot.staffId, at: String(item.start) };
      setParams({ ...SHUT, new: '1', ...place, group: item.group.group_id });
    }
  }

  pay(id: string): void {
    this.moves.flush();
    // Who came to the visit from elsewhere, e.g. the client's card, goes back there.
    const before = id === this.visit ? this.params.from : '';
    go('checkout', id, { from: before || here({ ...SHUT, seen: id }) });
  }

  close(): void {
    this.drafts = [];
    setParams(SHUT);
  }

  saved(id: string, on: string): void {
    this.drafts = [];
    const within = on >= this.shown.from && on < addDays(this.shown.from, this.shown.days);
    setParams({ ...SHUT, ...(within && this.shown.span !== 'day' ? {} : { date: dateParam(on) }) });
    this.wanted = id;
  }

  /** The visit that the keyboard stands on. */
  card(): Card | null {
    return inGrid() ? cardOf(this.board?.standing()) : null;
  }

  /** Minutes later and columns to the right. */
  nudge(minutes: number, columns: number): void {
    const spot = this.board?.standing();
    const card = cardOf(spot);
    if (!spot || !card) return;
    const start = visitStart(card.visit) + minutes;
    const to = columns === 0 ? spot : this.board?.beside(columns);
    if (start < 0 || card.end + minutes > DAY_MINUTES || !to) return;
    const cross = to.staffId !== card.staffId && columns !== 0;
    this.#step(card, {
      day: to.day,
      start,
      ...(cross ? { from: card.staffId, to: to.staffId } : {}),
    });
  }

  /** Makes the last service of the card longer or shorter. */
  stretch(by: number): void {
    const spot = this.board?.standing();
    const card = cardOf(spot);
    const minutes = (card?.lastLineMin ?? 0) + by;
    if (!spot || !card || minutes < SNAP_MIN || card.end + by > DAY_MINUTES) return;
    const stretch = { lineId: card.lastLine, minutes };
    this.#step(card, { day: spot.day, start: visitStart(card.visit), stretch });
  }

  #step(card: Card, move: Omit<Move, 'visitId' | 'visit'>): void {
    this.moves.nudge({ ...move, visitId: card.visit.appointment_id, visit: card.visit });
    void this.board?.focusOn();
  }

  /** X: onto the shelf, or off it again. */
  lay(): void {
    const spot = this.board?.standing();
    const card = cardOf(spot);
    if (!spot || !card) return;
    this.moves.flush();
    const id = card.visit.appointment_id;
    if (shelf.list.some((one) => one.card.visit.appointment_id === id)) shelf.off(id);
    else shelf.lay(card, spot.day);
  }

  /** V: the next visit of the shelf to where the keyboard stands. */
  async put(): Promise<void> {
    const spot = this.board?.standing();
    const laid = shelf.next;
    if (!spot || !laid) return;
    const { visit, staffId, start } = laid.card;
    const crossing = spot.staffId !== '' && spot.staffId !== staffId;
    const first = visitStart(visit);
    const move: Move = {
      visitId: visit.appointment_id,
      visit,
      day: spot.day,
      start: spot.at === null ? first : Math.max(spot.at - (start - first), 0),
      ...(crossing ? { from: staffId, to: spot.staffId } : {}),
    };
    await this.move(move, true);
  }

  async move(move: Move, fromShelf: boolean): Promise<void> {
    const done = await this.moves.send(move);
    if (done && fromShelf) await this.board?.focusOn(move.visitId);
  }

  menu(): void {
    const spot = this.board?.standing();
    if (spot) this.#ask((at) => ({ kind: 'menu', at, spot }));
  }

  /** B: time off from the place on. */
  block(): void {
    const spot = this.board?.standing();
    if (!spot || spot.staffId === '' || spot.at === null) return;
    const start = spot.at;
    this.#ask((at) => ({ kind: 'block', at, spot, start }));
  }

  cancel(): void {
    const spot = this.board?.standing();
    const card = cardOf(spot);
    if (!spot || !card || /^(cancelled|no_show)$/.test(card.visit.status)) return;
    this.moves.flush();
    this.#ask((at) => ({ kind: 'cancel', at, card, spot }));
  }

  /** The visit that the keyboard stands on has come so far. */
  async mark(status: AppointmentStatus): Promise<void> {
    const visit = cardOf(this.board?.standing())?.visit;
    if (!visit || visit.status === status) return;
    this.moves.flush();
    const { appointment_id } = visit;
    await this.#status.run({ appointment_id, status, reason: '', following: false, deposit: null });
  }

  /** The visit is cancelled: who would like its time is shown within it. */
  cancelled({ staffId, start, end }: Card, { day, column }: Spot): void {
    this.asked = null;
    if (day >= today().day) this.hole = { day, staffId, from: start, to: end, column };
    else void this.board?.focusOn();
  }

  /** A visit as it is by now, where it is shown. */
  visitOf(id: string): DayAppointment | undefined {
    return this.days.flatMap((one) => one.appointments).find((one) => one.appointment_id === id);
  }

  /** The same for a visit that was cancelled in its panel. */
  freed({ appointment_id, day, lines }: Appointment): void {
    const seen = this.visitOf(appointment_id);
    if (day >= today().day) this.hole = holeOf(this.shown, day, seen?.lines ?? lines);
  }

  /** The question is answered or given up: back to where it was asked. */
  answered(): void {
    this.asked = null;
    void this.board?.focusOn();
  }

  /** The freed time is given to somebody, or left. */
  filled(): void {
    this.hole = null;
    if (!this.asked) void this.board?.focusOn();
  }

  #ask(what: (at: HTMLElement) => Asked): void {
    const at = this.board?.anchor();
    this.hole = null;
    if (at) this.asked = what(at);
  }

  #howMany(move: Move): Promise<HowMany> {
    return new Promise((resolve) => {
      const answer = (many: HowMany) => {
        this.answered();
        resolve(many);
      };
      // The button that let go of the card would close at once what opens while it goes up.
      setTimeout(() => {
        const own = document.querySelector<HTMLElement>(`[data-card^="${CSS.escape(move.visitId)}"]`);
        const at = own ?? this.board?.anchor() ?? document.body;
        this.asked = { kind: 'series', at, client: move.visit?.client ?? '', answer };
      });
    });
  }
}

/** Today is not written into the address: tomorrow it shows tomorrow. */
function dateParam(day: string): string {
  return day === today().day ? '' : day;
}
