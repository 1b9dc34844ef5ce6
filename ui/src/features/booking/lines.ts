/** One service of a visit while it is being written. */
import type { Appointment, BookLine, Service, ValueSource } from '../../api';
import { endOf, type LineSpan, saidStart, standing } from './spans';

export interface FormLine {
  /** Tells lines apart while they are written. */
  key: number;
  lineId: string | null;
  serviceId: string;
  service: string;
  /** Whom the client wants; empty: whoever is free. */
  asked: string;
  /** Who would do it now. */
  staffId: string;
  minutes: number;
  price: number | null;
  listPrice: number;
  /** Typed or saved: no proposal replaces it. */
  ownMinutes: boolean;
  ownPrice: boolean;
  minutesFrom: ValueSource;
  priceFrom: ValueSource;
  /** Begins together with the line before. */
  together: boolean;
  /** Minutes between what came before and this one: a pause while the colour works. */
  gap: number;
}

/** A service at its list price and length; `asked` empty: whoever is free, and until then `staffId`. */
export function newLine(
  key: number,
  service: Service,
  asked: string,
  staffId: string,
  gap: number,
): FormLine {
  const { name, duration_min, price_minor } = service.service;
  return {
    key,
    lineId: null,
    serviceId: service.service_id,
    service: name,
    asked,
    staffId: asked || staffId,
    minutes: duration_min,
    price: price_minor,
    listPrice: price_minor,
    ownMinutes: false,
    ownPrice: false,
    minutesFrom: 'service',
    priceFrom: 'service',
    together: false,
    gap,
  };
}

/** The services of a saved visit. */
export function savedLines(visit: Appointment): FormLine[] {
  const spans = visit.lines.map((line) => ({
    start: line.start_min,
    end: line.start_min + line.duration_min,
  }));
  return visit.lines.map((line, index) => ({
    ...standing(
      spans[index] ?? { start: visit.start_min, end: visit.start_min },
      spans[index - 1],
      endOf(visit.start_min, spans.slice(0, index)),
    ),
    key: index,
    lineId: line.line_id,
    serviceId: line.service_id,
    service: line.service,
    asked: line.staff_id,
    staffId: line.staff_id,
    minutes: line.duration_min,
    price: line.price_minor,
    listPrice: line.list_price_minor,
    ownMinutes: true,
    ownPrice: true,
    minutesFrom: 'service',
    priceFrom: 'service',
  }));
}

/** The services as they are sent: what nobody typed is left to the engine. */
export function sentLines(lines: readonly FormLine[], spans: readonly LineSpan[]): BookLine[] {
  return lines.map((line, index) => ({
    service_id: line.serviceId,
    staff_id: line.staffId,
    start_min: saidStart(spans, index),
    duration_min: line.ownMinutes ? line.minutes : null,
    price_minor: line.ownPrice ? line.price : null,
    line_id: line.lineId,
  }));
}

/** What a person typed of a line: by it the form knows whether something is unsaved. */
export function typedOf(line: FormLine): unknown[] {
  return [
    line.lineId,
    line.serviceId,
    line.asked,
    line.ownMinutes ? line.minutes : null,
    line.ownPrice ? line.price : null,
    line.together,
    line.gap,
  ];
}
