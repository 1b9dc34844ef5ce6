/** A changed column as people read it: which columns matter, and what their values mean. No framework. */
import type { HistoryChange } from '../../api';

/** How a value is to be read. */
export type Sort =
  | 'text'
  | 'day'
  | 'birthday'
  | 'minutes'
  | 'length'
  | 'money'
  | 'percent'
  | 'yes_no'
  | 'moment'
  | 'list'
  | 'count'
  | 'status'
  | 'role'
  | 'gender'
  | 'weekday'
  | 'language'
  | 'client'
  | 'staff'
  | 'service'
  | 'services';

/** What a column is called and how its values read. The name is a key of the messages. */
export interface Meaning {
  name: string;
  sort: Sort;
}

const anywhere: Record<string, Meaning> = {
  retired_at: { name: 'retired', sort: 'moment' },
  name: { name: 'name', sort: 'text' },
  note: { name: 'note', sort: 'text' },
  phone: { name: 'phone', sort: 'text' },
  source: { name: 'source', sort: 'text' },
  email: { name: 'email', sort: 'text' },
  day: { name: 'day', sort: 'day' },
  business_day: { name: 'business_day', sort: 'day' },
  start_min: { name: 'start', sort: 'minutes' },
  end_min: { name: 'end', sort: 'minutes' },
  duration_min: { name: 'duration', sort: 'length' },
  price_minor: { name: 'price', sort: 'money' },
  list_price_minor: { name: 'list_price', sort: 'money' },
  total_minor: { name: 'sum', sort: 'money' },
  amount_minor: { name: 'sum', sort: 'money' },
  drawer_minor: { name: 'drawer', sort: 'money' },
  vat_bp: { name: 'vat', sort: 'percent' },
  discount_bp: { name: 'discount', sort: 'percent' },
  client_id: { name: 'client', sort: 'client' },
  staff_id: { name: 'staff', sort: 'staff' },
  service_id: { name: 'service', sort: 'service' },
  number: { name: 'number', sort: 'count' },
  reason: { name: 'reason', sort: 'text' },
  status: { name: 'status', sort: 'status' },
  status_reason: { name: 'reason', sort: 'text' },
  overridden: { name: 'overridden', sort: 'yes_no' },
  first_name: { name: 'first_name', sort: 'text' },
  last_name: { name: 'last_name', sort: 'text' },
  middle_name: { name: 'middle_name', sort: 'text' },
  e164: { name: 'phone', sort: 'text' },
  birthday: { name: 'birthday', sort: 'birthday' },
  gender: { name: 'gender', sort: 'gender' },
  allergy: { name: 'allergy', sort: 'text' },
  tags: { name: 'tags', sort: 'list' },
  card_number: { name: 'card_number', sort: 'text' },
  data_consent: { name: 'data_consent', sort: 'yes_no' },
  marketing_consent: { name: 'marketing_consent', sort: 'yes_no' },
  role: { name: 'role', sort: 'role' },
  in_calendar: { name: 'in_calendar', sort: 'yes_no' },
  services: { name: 'services', sort: 'services' },
  weekday: { name: 'weekday', sort: 'weekday' },
  working: { name: 'working', sort: 'yes_no' },
  break_start_min: { name: 'break_start', sort: 'minutes' },
  break_end_min: { name: 'break_end', sort: 'minutes' },
  legal_name: { name: 'legal_name', sort: 'text' },
  tax_id: { name: 'tax_id', sort: 'text' },
  address: { name: 'address', sort: 'text' },
  country: { name: 'country', sort: 'text' },
  currency: { name: 'currency', sort: 'text' },
  zone: { name: 'zone', sort: 'text' },
  language: { name: 'language', sort: 'language' },
  opens_min: { name: 'opens', sort: 'minutes' },
  closes_min: { name: 'closes', sort: 'minutes' },
  closing_min: { name: 'day_ends', sort: 'minutes' },
  receipt_footer: { name: 'receipt_footer', sort: 'text' },
};

/** Where a column means something else than elsewhere, or nothing to a person. */
const special: Record<string, Meaning | null> = {
  'staff_member.position': { name: 'position', sort: 'text' },
  'appointment.zone': null,
  'appointment_service.day': null,
};

/** What a column means; `null` for those that only the program needs. */
export function meaningOf(table: string, column: string): Meaning | null {
  const own = special[`${table}.${column}`];
  return own === undefined ? (anywhere[column] ?? null) : own;
}

/** A thing of the salon that an entry changed, with its readable changes. */
export interface Thing {
  table: string;
  row: string;
  changes: { meaning: Meaning; before: string | null; after: string | null }[];
}

/** Nothing was written there, nor is now: not worth a line. */
function empty(value: string | null): boolean {
  return value === null || value === '' || value === '[]';
}

/** The changes of an entry by the thing they belong to, in order; what only the program needs is left out. */
export function thingsOf(changes: readonly HistoryChange[]): Thing[] {
  const things = new Map<string, Thing>();
  for (const { table, row, column, before, after } of changes) {
    const key = `${table} ${row}`;
    const thing = things.get(key) ?? { table, row, changes: [] };
    things.set(key, thing);
    const meaning = meaningOf(table, column);
    const said = meaning !== null && before !== after && !(empty(before) && empty(after));
    // A new row's `no`, 0 and 'not retired' say nothing.
    const blank = before === null && after === '0';
    if (said && !blank) thing.changes.push({ meaning, before, after });
  }
  return [...things.values()];
}

/** What the entry is about, in its own words: the name in it, if it carries one. */
export function subjectOf(changes: readonly HistoryChange[]): string {
  const value = (column: string) => {
    const change = changes.find((one) => one.column === column && (one.after ?? one.before));
    return change?.after ?? change?.before ?? '';
  };
  const person = [value('first_name'), value('last_name')].filter(Boolean).join(' ');
  const first = changes[0]?.table ?? '';
  if (first.startsWith('client')) return person || value('e164');
  return /^(staff_member|service|salon)/.test(first) ? value('name') : '';
}

/** A list as the log writes it, `["VIP","утро"]`, or what it is where it is none. */
export function listOf(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [text];
  } catch {
    return [text];
  }
}
