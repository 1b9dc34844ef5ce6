/** A visit while it is being written. The engine decides; this only keeps what was typed. */
import type {
  Appointment,
  BookAppointment,
  CheckBooking,
  LineSuggestion,
  Service,
  Slot,
  SlotLine,
  UpdateAppointment,
} from '../../api';
import { sumTyped } from '../../core/payments';
import type { Typed } from './aside.svelte';
import { clientFields, clientOfVisit, type FormClient } from './client';
import { type FormLine, newLine, savedLines, sentLines, typedOf } from './lines';
import { SeriesPlan } from './series.svelte';
import { endOf, spansOf } from './spans';

/** Where the visit would stand on the day's grid. */
export interface BookingDraft {
  day: string;
  staffId: string;
  start: number;
  end: number;
}

/** The people of the lines differ. */
export const SEVERAL = '*';

export class VisitForm {
  client = $state.raw<FormClient>({ kind: 'none' });
  lines = $state<FormLine[]>([]);
  day = $state('');
  start = $state(0);
  /** Whom the person asked for when no service was named yet; empty: anyone. */
  staffId = $state('');
  note = $state('');
  source = $state('');
  /** What the salon's own list has first; sent where nothing was chosen. */
  usualSource = $state('');
  /** The time was chosen by hand and no longer follows the best free time. */
  timeChosen = $state(false);
  /** Free times are looked for from this day. */
  searchFrom = $state('');
  /** Book in spite of what stands in the way. */
  override = $state(false);
  /** The group appointment that this is a place in. */
  groupId = $state<string | null>(null);
  /** The wish of the waitlist that this fulfils. */
  wishId: string | null = null;
  /** The visit repeats. */
  series = $state.raw<SeriesPlan | null>(null);
  #keys = 0;
  #clean = '';

  readonly spans = $derived(spansOf(this.start, this.lines));
  readonly end = $derived(endOf(this.start, this.spans));
  readonly total = $derived(sumTyped(this.lines.map((line) => line.price ?? 0)));
  readonly drafts = $derived<BookingDraft[]>(joined(this));

  constructor(day: string, start: number, staffId: string) {
    Object.assign(this, { day, start, staffId, searchFrom: day });
    this.settle();
  }

  static of(visit: Appointment): VisitForm {
    const form = new VisitForm(visit.day, visit.start_min, '');
    form.timeChosen = true;
    form.note = visit.note;
    form.source = visit.source;
    form.groupId = visit.group_id;
    form.client = clientOfVisit(visit);
    form.lines = savedLines(visit);
    form.#keys = visit.lines.length;
    form.settle();
    return form;
  }

  /** All that was typed, to go on with later … */
  get typed(): Typed {
    const { client, day, start, staffId, note, source, usualSource, timeChosen, searchFrom } = this;
    const { override, groupId, wishId } = this;
    return {
      ...{ client, day, start, staffId, note, source, usualSource, timeChosen, searchFrom },
      ...{ override, groupId, wishId },
      lines: $state.snapshot(this.lines),
      series: this.series?.asked ?? null,
      clean: this.#clean,
    };
  }

  /** … and the form that goes on with it. */
  static again({ lines, series, clean, ...typed }: Typed): VisitForm {
    const form = new VisitForm(typed.day, typed.start, typed.staffId);
    Object.assign(form, typed);
    form.lines = lines.map((line) => ({ ...line }));
    form.#keys = Math.max(0, ...lines.map((line) => line.key));
    if (series) form.series = Object.assign(new SeriesPlan(), series);
    form.#clean = clean;
    return form;
  }

  /** Worth keeping: somebody is named, or something was typed that says more than a time. */
  get begun(): boolean {
    const { kind } = this.client;
    const named = kind === 'known' || kind === 'new';
    return named || (this.dirty && (kind !== 'none' || this.lines.length > 0 || this.note.trim() !== ''));
  }

  /** Something is typed that is not saved. */
  get dirty(): boolean {
    return this.#shape() !== this.#clean;
  }

  /** From here on the form counts as saved. */
  settle(): void {
    this.#clean = this.#shape();
  }

  #shape(): string {
    const { client, note, source } = this;
    const time = this.timeChosen ? [this.day, this.start] : [];
    return JSON.stringify([time, client, this.lines.map(typedOf), note, source]);
  }

  /** Another service; `asked` empty: whoever is free, and until it is known `staffId`. */
  add(service: Service, asked: string, staffId: string, gap = 0): void {
    this.override = false;
    this.lines.push(newLine((this.#keys += 1), service, asked, staffId, gap));
  }

  remove(key: number): void {
    this.lines = this.lines.filter((line) => line.key !== key);
    const [first] = this.lines;
    if (first) Object.assign(first, { together: false, gap: 0 });
  }

  /** Whom all lines want; `SEVERAL` where they differ. */
  get askedByAll(): string {
    const wanted = new Set(this.lines.map((line) => line.asked));
    if (wanted.size === 0) return this.staffId;
    return wanted.size === 1 ? ([...wanted][0] ?? '') : SEVERAL;
  }

  /** Another person for one line; empty: whoever is free. */
  assign(line: FormLine, staffId: string): void {
    line.asked = staffId;
    if (staffId) line.staffId = staffId;
    this.staffId = this.askedByAll === SEVERAL ? '' : this.askedByAll;
    this.override = false;
  }

  /** One person for all of it; empty: whoever is free. */
  assignAll(staffId: string): void {
    this.staffId = staffId;
    for (const line of this.lines) this.assign(line, staffId);
  }

  /** Somebody pointed at another place of the calendar: the unfinished visit goes there. */
  moveTo(day: string, start: number, staffId: string): void {
    this.chooseTime(day, start);
    if (staffId && this.askedByAll !== SEVERAL) this.assignAll(staffId);
  }

  chooseTime(day: string, start: number): void {
    if (day !== this.day) this.searchFrom = day;
    Object.assign(this, { day, start, timeChosen: true, override: false });
  }

  /** Takes a free time: its day, start and people. Chosen by hand it stays. */
  take(slot: Slot, byHand: boolean): void {
    this.day = slot.day;
    this.start = slot.start_min;
    this.override = false;
    if (byHand) this.timeChosen = true;
    this.staff(slot, byHand);
  }

  /** The people of a free time, where nobody was asked for; chosen by hand they are asked for. */
  staff(slot: Slot, byHand: boolean): void {
    this.lines.forEach((line, index) => {
      const staffId = slot.lines[index]?.staff_id ?? slot.staff_id;
      if (!line.asked || byHand) line.staffId = staffId;
      if (line.asked && byHand) line.asked = staffId;
    });
  }

  /** What the engine proposes for a line, unless somebody typed. */
  propose(line: FormLine, proposal: LineSuggestion): void {
    line.minutesFrom = proposal.duration_from;
    line.priceFrom = proposal.price_from;
    if (!line.ownMinutes) line.minutes = proposal.duration_min;
    if (!line.ownPrice) line.price = proposal.price_minor;
  }

  /** The services as free times are looked for; with `anyone` no matter who was asked for. */
  slotLines(anyone = false): SlotLine[] {
    return this.lines.map((line, index) => ({
      service_id: line.serviceId,
      staff_id: anyone ? null : line.asked || null,
      with_previous: index > 0 && line.together,
    }));
  }

  /** The client's card, if there is one. */
  get clientId(): string | null {
    return this.client.kind === 'known' ? this.client.id : null;
  }

  check(visitId: string | null): CheckBooking {
    return {
      appointment_id: visitId,
      client_id: this.clientId,
      day: this.day,
      start_min: this.start,
      lines: sentLines(this.lines, this.spans),
      group_id: this.groupId,
    };
  }

  book(): BookAppointment {
    return {
      ...this.#common(),
      client_id: this.clientId,
      new_client: clientFields(this.client),
      group_id: this.groupId,
      waitlist_entry_id: this.wishId,
    };
  }

  update(visitId: string, following: boolean): UpdateAppointment {
    return { ...this.#common(), appointment_id: visitId, client_id: this.clientId, following };
  }

  #common() {
    const { day, note, override } = this;
    return {
      day,
      start_min: this.start,
      lines: sentLines(this.lines, this.spans),
      note: note.trim(),
      source: this.source || this.usualSource,
      override_conflicts: override,
    };
  }
}

/** Neighbouring lines of one person are one piece on the grid. */
function joined(form: VisitForm): BookingDraft[] {
  const drafts: BookingDraft[] = [];
  form.lines.forEach((line, index) => {
    const span = form.spans[index];
    const last = drafts.at(-1);
    if (!span) return;
    if (last?.staffId === line.staffId && last.end === span.start) last.end = span.end;
    else drafts.push({ day: form.day, staffId: line.staffId, ...span });
  });
  if (drafts.length === 0 && form.staffId && form.timeChosen)
    drafts.push({ day: form.day, staffId: form.staffId, start: form.start, end: form.start + 30 });
  return drafts;
}
