/** Finding a service by a few letters, also in the wrong keyboard layout; and reading a new client's name and phone. */
import { digitsOf } from '../../core/phone';

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** Letters that people take for one another are one letter. */
export function fold(text: string): string {
  return text
    .toLocaleLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[ії]/g, 'и')
    .replace(/є/g, 'е')
    .replace(/ґ/g, 'г')
    .normalize('NFC');
}

/** What was meant where the other layout was on: `cnhb` → `стри`. */
export function otherLayout(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => {
    const latin = LATIN.indexOf(letter);
    if (latin >= 0) return CYRILLIC.charAt(latin);
    const cyrillic = CYRILLIC.indexOf(letter);
    return cyrillic >= 0 ? LATIN.charAt(cyrillic) : letter;
  }).join('');
}

/** How well the words fit: 0 not at all, 3 the name begins so. */
function fitOf(name: string, words: readonly string[]): number {
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  if (words.length > 0 && name.startsWith(words.join(' '))) return 3;
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return words.every((word) => name.includes(word)) ? 1 : 0;
}

function ranked<T>(items: readonly T[], nameOf: (item: T) => string, text: string): T[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return items
    .map((item) => ({ item, fit: fitOf(fold(nameOf(item)), words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
}

/** The items whose names fit what was typed, best first; the given order within one fit. */
export function findByName<T>(items: readonly T[], nameOf: (item: T) => string, text: string): T[] {
  const found = ranked(items, nameOf, text);
  return found.length > 0 ? found : ranked(items, nameOf, otherLayout(text));
}

export interface TypedClient {
  firstName: string;
  lastName: string;
  phone: string;
}

/** `Анна Ким 8 701 123-45-67` → its parts. Fewer than five digits are no phone. */
export function readClient(text: string): TypedClient {
  const run = /\+?\d[\d\s()-]*\d/.exec(text)?.[0] ?? '';
  const phone = digitsOf(run).length >= 5 ? run.trim() : '';
  const [firstName = '', ...rest] = text.replace(phone, ' ').trim().split(/\s+/);
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
  return { firstName: capital(firstName), lastName: rest.map(capital).join(' '), phone };
}
