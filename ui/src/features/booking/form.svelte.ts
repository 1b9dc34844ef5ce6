/** A visit while it is being written. The engine decides; this only keeps what was typed. */
import type { Appointment, BookAppointment, BookLine, Service, Slot, UpdateAppointment } from '../../api';
import { sumTyped } from '../../core/payments';
import type { TypedClient } from './find';

export type FormClient =
  | { kind: 'none' }
  | { kind: 'walk_in' }
  | { kind: 'known'; id: string; name: string; phone: string; allergy: string; visits: number | null }
  | ({ kind: 'new' } & TypedClient);

export interface FormLine {
  /** Tells lines apart while they are written. */
  key: number;
  lineId: string | null;
  serviceId: string;
  service: string;
  staffId: string;
  minutes: number;
  price: number | null;
  listPrice: number;
  /** Minutes between the line before and this one: a pause while the colour works. */
  gap: number;
}

/** Where the visit would stand on the day's grid. */
export interface BookingDraft {
  day: string;
  staffId: string;
  start: number;
  end: number;
}

export class VisitForm {
  client = $state.raw<FormClient>({ kind: 'none' });
  lines = $state<FormLine[]>([]);
  day = $state('');
  start = $state(0);
  /** Whom the person asked for; empty: anyone. */
  staffId = $state('');
  note = $state('');
  source = $state('');
  /** Every line keeps its own person, whoever has the first free window. */
  ownPeople = $state(false);
  /** The time was chosen by hand and no longer follows the first free window. */
  timeChosen = $state(false);
  #keys = 0;
  #clean = '';

  readonly end = $derived(this.lines.reduce((at, line) => at + line.gap + line.minutes, this.start));
  readonly total = $derived(sumTyped(this.lines.map((line) => line.price ?? 0)));
  readonly spans = $derived.by(() => {
    let at = this.start;
    return this.lines.map((line) => {
      const start = at + line.gap;
      at = start + line.minutes;
      return { start, end: at };
    });
  });
  readonly drafts = $derived<BookingDraft[]>(joined(this));

  constructor(day: string, start: number, staffId: string) {
    Object.assign(this, { day, start, staffId });
    this.settle();
  }

  static of(visit: Appointment): VisitForm {
    const form = new VisitForm(visit.day, visit.start_min, '');
    form.timeChosen = true;
    form.note = visit.note;
    form.source = visit.source;
    form.client = clientOfVisit(visit);
    let at = visit.start_min;
    for (const line of visit.lines) {
      form.lines.push({
        key: (form.#keys += 1),
        lineId: line.line_id,
        serviceId: line.service_id,
        service: line.service,
        staffId: line.staff_id,
        minutes: line.duration_min,
        price: line.price_minor,
        listPrice: line.list_price_minor,
        gap: line.start_min - at,
      });
      at = line.start_min + line.duration_min;
    }
    form.settle();
    return form;
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
    const { client, lines, note, source } = this;
    const time = this.timeChosen ? [this.day, this.start] : [];
    return JSON.stringify([client, lines, note, source, time]);
  }

  add(service: Service, staffId: string, gap = 0): void {
    const { name, duration_min, price_minor } = service.service;
    const last = this.lines.at(-1);
    if (last && last.staffId !== staffId) this.ownPeople = true;
    // Who was asked for does not do this: the window must not be theirs.
    if (this.staffId !== staffId) this.staffId = '';
    this.lines.push({
      key: (this.#keys += 1),
      lineId: null,
      serviceId: service.service_id,
      service: name,
      staffId,
      minutes: duration_min,
      price: price_minor,
      listPrice: price_minor,
      gap,
    });
  }

  /** Another person for one line: free windows are theirs from now on. */
  assign(line: FormLine, staffId: string): void {
    line.staffId = staffId;
    this.ownPeople = true;
    if (this.staffId !== staffId) this.staffId = '';
  }

  remove(key: number): void {
    this.lines = this.lines.filter((line) => line.key !== key);
  }

  /** Takes a free window: its day, start and person. */
  take(slot: Slot, byHand: boolean): void {
    this.day = slot.day;
    this.start = slot.start_min;
    if (byHand) this.timeChosen = true;
    if (this.staffId || this.ownPeople) return;
    for (const line of this.lines) line.staffId = slot.staff_id;
  }

  book(override: boolean): BookAppointment {
    const { client } = this;
    return {
      ...this.#common(override),
      client_id: client.kind === 'known' ? client.id : null,
      new_client:
        client.kind === 'new'
          ? {
              ...EMPTY_CLIENT,
              first_name: client.firstName.trim(),
              last_name: client.lastName.trim(),
              phones: client.phone.trim() ? [client.phone.trim()] : [],
            }
          : null,
    };
  }

  update(visitId: string, override: boolean): UpdateAppointment {
    const client_id = this.client.kind === 'known' ? this.client.id : null;
    return { ...this.#common(override), appointment_id: visitId, client_id };
  }

  #common(override: boolean) {
    const { day, note, source, spans } = this;
    const lines = this.lines.map<BookLine>((line, index) => ({
      service_id: line.serviceId,
      staff_id: line.staffId,
      start_min: line.gap === 0 ? null : (spans[index]?.start ?? null),
      duration_min: line.minutes,
      price_minor: line.price,
      line_id: line.lineId,
    }));
    return { day, start_min: this.start, lines, note: note.trim(), source, override_conflicts: override };
  }
}

/** Whose a saved visit is. */
export function clientOfVisit(visit: Appointment): FormClient {
  if (!visit.client_id) return { kind: 'walk_in' };
  const { client_id: id, client: name, phone, allergy } = visit;
  return { kind: 'known', id, name, phone, allergy, visits: null };
}

const EMPTY_CLIENT = {
  middle_name: '',
  email: '',
  birthday: null,
  gender: '',
  allergy: '',
  note: '',
  source: '',
  tags: [],
  discount_bp: 0,
  card_number: '',
  data_consent: false,
  marketing_consent: false,
};

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
