/** A client's card as it is typed and read: birthdays, percents, labels, initials. No framework. */
import type { ClientFields, ClientVisit } from '../../api';
import { formatAmount, parseMoney } from '../../core/money';
import { parseDay } from '../../core/time';

export { colourOf, initialsOf } from '../../core/person';

/** Sources that do not know the year write this one. */
const NO_YEAR = '1904';
const LARGEST_DISCOUNT = 10_000;

export function emptyCard(): ClientFields {
  return {
    first_name: '',
    last_name: '',
    middle_name: '',
    phones: [],
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
}

/** A name or a phone typed into the search becomes the beginning of a new card. */
export function cardFromSearch(text: string): ClientFields {
  const plain = text.trim();
  const card = emptyCard();
  if (plain === '') return card;
  if (/^\+?[\d\s()-]+$/.test(plain)) return { ...card, phones: [plain] };
  const [first = '', ...rest] = plain.split(/\s+/);
  return { ...card, first_name: first, last_name: rest.join(' ') };
}

/** `14.03.1990`, or `14.03` where the year is not known. */
export function birthdayText(day: string | null): string {
  if (day === null) return '';
  const [year = '', month = '', date = ''] = day.split('-');
  return year === NO_YEAR ? `${date}.${month}` : `${date}.${month}.${year}`;
}

export function knowsYear(day: string): boolean {
  return !day.startsWith(NO_YEAR);
}

/** What was typed as a birthday: a date, a date without its year, `null` for nothing, `undefined` where it is none. */
export function readBirthday(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  const short = /^(\d{1,2})[./\s-](\d{1,2})\.?$/.exec(plain);
  return parseDay(short ? `${short[1]}.${short[2]}.${NO_YEAR}` : plain) ?? undefined;
}

/** Whole years on a day; `null` where the year is not known. */
export function ageOn(birthday: string, day: string): number | null {
  if (!knowsYear(birthday)) return null;
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4));
  return day.slice(5) < birthday.slice(5) ? years - 1 : years;
}

/** Basis points as a number for a field: 1250 → `12,5`; nothing for no discount. */
export function percentText(basisPoints: number, locale: string): string {
  return basisPoints === 0 ? '' : formatAmount(basisPoints, 2, locale).replace(/([.,]\d)0$/, '$1');
}

/** What was typed as a percentage, in basis points; `null` where it is none between 0 and 100. */
export function readPercent(text: string): number | null {
  const plain = text.replace('%', '').trim();
  if (plain === '') return 0;
  const value = parseMoney(plain, 2);
  return value === null || value < 0 || value > LARGEST_DISCOUNT ? null : value;
}

/** Labels typed with commas or semicolons, added to those there are, each once whatever its letters' size. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const all = [...tags];
  for (const part of typed.split(/[,;]/)) {
    const tag = part.trim().replace(/\s+/g, ' ');
    if (tag !== '' && !all.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase()))
      all.push(tag);
  }
  return all;
}

/** The card as it is saved: no empty phones, no spaces around texts. */
export function tidyCard(card: ClientFields): ClientFields {
  return {
    ...card,
    first_name: card.first_name.trim(),
    last_name: card.last_name.trim(),
    middle_name: card.middle_name.trim(),
    phones: card.phones.map((phone) => phone.trim()).filter(Boolean),
    email: card.email.trim(),
    allergy: card.allergy.trim(),
    note: card.note.trim(),
    source: card.source.trim(),
    card_number: card.card_number.trim(),
  };
}

export function sameCard(one: ClientFields, other: ClientFields): boolean {
  return JSON.stringify(tidyCard(one)) === JSON.stringify(tidyCard(other));
}

/** What a line of the client's visits says in one word. */
export type VisitWord = 'status' | 'paid' | 'part' | 'due';

/** A visit that is over and lacks money is red; one to come says where it stands. */
export function visitWord(visit: ClientVisit, today: string): VisitWord {
  if (visit.status === 'cancelled' || visit.status === 'no_show') return 'status';
  if (visit.payment_status === 'partial') return 'part';
  const over = visit.status === 'completed' || visit.day < today;
  if (!over) return 'status';
  return visit.payment_status === 'paid' ? 'paid' : 'due';
}
