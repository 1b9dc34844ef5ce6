/** Names as they are said in a sentence: 'марию', 'Ольге', 'Светлану Белову'. */
import type { ClientRow, ClientsFound, ParsedBooking } from '../../api';
import { fold } from '../../features/booking';

/** Of a shorter word nothing is cut. */
const SHORTEST = 3;
/** So much is left of a word. */
const LEAST = 2;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

const cut = (word: string, letters: number): string =>
  word.length < SHORTEST ? word : word.slice(0, Math.max(LEAST, word.length - letters));

/** The client's words stand so in the name. */
function asTyped({ name }: ClientRow, words: readonly string[]): boolean {
  const parts = wordsOf(name);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/** What to look for where nobody is called as typed: without the last letter, then without two. */
export function stemsOf(parsed: ParsedBooking | undefined): string[] {
  const text = parsed?.client_text ?? '';
  const words = wordsOf(text);
  if (!parsed || words.length === 0 || /\d/.test(text)) return [];
  if (parsed.clients.some((client) => asTyped(client, words))) return [];
  const stems = [1, 2].map((letters) => words.map((word) => cut(word, letters)).join(' '));
  return [...new Set(stems)].filter((stem) => stem !== words.join(' '));
}

/** Clients whose names begin so: first those whose names end where the ending begins. */
export function begunSo(found: ClientsFound | undefined, stem: string): ClientRow[] {
  if (!found || found.forgiven) return [];
  const words = wordsOf(stem);
  const whole = ({ name }: ClientRow) =>
    wordsOf(name).filter((part) => words.some((word) => cut(part, 1) === word || part === word)).length;
  return [...found.clients].sort((a, b) => whole(b) - whole(a));
}

/** Those before all whom a typing error may mean. */
export function joined(first: readonly ClientRow[], others: readonly ClientRow[]): ClientRow[] {
  const known = new Set(first.map((client) => client.client_id));
  return [...first, ...others.filter((client) => !known.has(client.client_id))];
}
