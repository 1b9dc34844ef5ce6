/** What a visit still lacks before it can be saved, and where the form shows what the engine refuses. */
import * as m from '../../paraglide/messages.js';
import type { VisitForm } from './form.svelte';

/** Errors by field, `lines.0.price_minor`; empty where the visit can be sent. */
export function missing(form: VisitForm): Record<string, string> {
  const found: Record<string, string> = {};
  if (form.client.kind === 'none') found.client = m.booking_client_missing();
  if (form.lines.length === 0) found.lines = m.booking_service_missing();
  form.lines.forEach((line, index) => {
    if (line.price === null) found[`lines.${index}.price_minor`] = m.booking_price_missing();
    if (line.minutes < 5) found[`lines.${index}.duration_min`] = m.booking_minutes_missing();
  });
  if (form.series && form.series.dates.length === 0) found.series = m.booking_series_missing();
  return found;
}

/** Where the form shows an error that the engine puts at this field. */
export function fieldKey(name: string): string {
  const last = name.split('.').at(-1) ?? name;
  return name.startsWith('lines.') ? name : name === 'new_client' ? 'first_name' : last;
}

/** Fields that show their errors themselves. */
const SHOWN = ['client', 'phones', 'first_name', 'day', 'start_min', 'note', 'source', 'lines'];

/** Whether some field shows an error of this name. */
export function hasPlace(name: string): boolean {
  return SHOWN.includes(fieldKey(name)) || name.startsWith('lines.');
}
