/** What one typed line would book, as rows to choose from. Nothing is saved before the panel is. */
import type { ClientRow, ParsedBooking, Slot } from '../../api';
import { formatMinutes } from '../../core/time';

/** Words for what the engine answers with ids. */
export interface Names {
  service: (id: string) => string;
  staff: (id: string) => string;
  day: (day: string) => string;
  book: (what: string) => string;
  newClient: (name: string) => string;
  free: () => string;
  taken: (time: string) => string;
  nearest: (time: string) => string;
  none: () => string;
  unsure: (words: string) => string;
  today: string;
}

export interface Proposal {
  key: string;
  text: string;
  detail: string;
  /** The calendar's address that opens the panel filled in. */
  params: Record<string, string>;
}

interface Place {
  day: string;
  at: number | null;
  staff: string;
  state: string;
}

const CLIENTS = 4;

/** Two words or more, of which at least one says when or what. */
export function isBooking(parsed: ParsedBooking, text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words > 1 && (parsed.day !== null || parsed.start_min !== null || parsed.service_ids.length > 0);
}

function staffOf(slot: Slot): string {
  const people = new Set(slot.lines.map((part) => part.staff_id));
  return people.size > 1 ? '' : slot.staff_id;
}

/** When and with whom: the named time where it is free; else the nearest one, and the named one for who insists. */
function placesOf(parsed: ParsedBooking, names: Names): Place[] {
  const day = parsed.day ?? parsed.slots[0]?.day ?? names.today;
  const named = { day, at: parsed.start_min, staff: parsed.staff_id ?? '' };
  const [best] = parsed.slots;
  if (parsed.service_ids.length === 0) return [{ ...named, state: '' }];
  const found = best && { day: best.day, at: best.start_min, staff: staffOf(best) };
  if (parsed.start_min === null || parsed.free)
    return [found ? { ...found, state: names.free() } : { ...named, state: names.none() }];
  const time = formatMinutes(parsed.start_min);
  return [
    ...(found ? [{ ...found, state: names.nearest(time) }] : []),
    { ...named, state: names.taken(time) },
  ];
}

/** The rows, best first: one for each client who may be meant; `guessed`: nobody is called as typed. */
export function proposalsOf(parsed: ParsedBooking, names: Names, guessed = false): Proposal[] {
  const [first, ...insisting] = placesOf(parsed, names);
  if (!first) return [];
  const clients: (ClientRow | null)[] = parsed.clients.length > 0 ? parsed.clients.slice(0, CLIENTS) : [null];
  const unsure = parsed.unsure.length > 0 ? names.unsure(parsed.unsure.join(', ')) : '';
  const row = (client: ClientRow | null, place: Place): Proposal => {
    const fresh = client === null ? parsed.client_text : '';
    const who = client ? [client.name || client.phone] : fresh ? [names.newClient(fresh)] : [];
    const time = place.at === null ? '' : formatMinutes(place.at);
    const services = parsed.service_ids.map(names.service).join(' + ');
    const what = [...who, `${names.day(place.day)} ${time}`.trim(), services, names.staff(place.staff)];
    return {
      key: `book ${client?.client_id ?? ''} ${place.day} ${place.at ?? ''}`,
      text: names.book(what.filter(Boolean).join(' · ')),
      detail: [client?.name ? client.phone : '', place.state, unsure].filter(Boolean).join(' · '),
      params: {
        new: '1',
        date: place.day === names.today ? '' : place.day,
        client: client?.client_id ?? '',
        name: fresh,
        services: parsed.service_ids.join(','),
        staff: place.staff,
        at: place.at === null ? '' : String(place.at),
      },
    };
  };
  const [likeliest = null, ...others] = clients;
  return [
    row(likeliest, first),
    ...insisting.map((place) => row(likeliest, place)),
    ...others.map((client) => row(client, first)),
    ...(guessed && likeliest ? [row(null, first)] : []),
  ];
}
