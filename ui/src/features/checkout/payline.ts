/**
 * The payment in one line, as a cashier says it: `1500 cash, rest card`. Words of all four
 * languages are understood whatever the screen speaks. Sums are whole minor units.
 */
import type { MethodKind, PaymentMethod } from '../../api';
import { parseMoney } from '../../core/money';
import { sumTyped } from '../../core/payments';

type Method = Pick<PaymentMethod, 'method_id' | 'kind' | 'name'>;

/** What the line gives to a method. */
export interface LinePart {
  methodId: string;
  amount: number;
}

/** Why the line cannot be followed. */
export type LineProblem =
  | { kind: 'word'; text: string }
  | { kind: 'twice'; methodId: string }
  | { kind: 'rests' | 'none_left' | 'many' };

export type LineRead = { parts: LinePart[]; problem: null } | { parts: null; problem: LineProblem };

/** Beginnings of the words that name a kind of money. */
const KIND_STEMS: Record<MethodKind, readonly string[]> = {
  cash: ['нал', 'кэш', 'кеш', 'готів', 'қолма', 'колма', 'cash'],
  card: ['карт', 'безнал', 'безготів', 'термин', 'терміна', 'card', 'terminal'],
  qr: ['qr', 'куар', 'кьюар'],
  transfer: ['перевод', 'переказ', 'аудар', 'transfer', 'wire', 'банк', 'bank'],
  // What the client has with the salon is chosen, not written: it needs more than a word.
  balance: [],
  certificate: [],
  package: [],
  points: [],
};
const REST_STEMS = ['остал', 'остат', 'решт', 'залиш', 'қал', 'всё', 'все', 'усе', 'rest', 'remain', 'all'];
/** Words that mean nothing here: prepositions, names of the currency. */
const FILLERS =
  /^(на|по|в|у|by|in|to|the|on|with|тг|тнг|тенге|теңге|р|руб|рубл\p{L}*|грн|гривен\p{L}*|гривн\p{L}*|kzt|uah|rub|usd)$/u;
const SEPARATORS = /^(и|й|і|та|да|және|мен|and|plus|плюс)$/u;

type Token =
  | { kind: 'sum'; minor: number }
  | { kind: 'rest' }
  | { kind: 'methods'; of: readonly Method[] }
  | { kind: 'end' };

/** A sum with its method, as far as they were said. */
interface Entry {
  amount: number | null;
  methods: readonly Method[];
}

const WORD = /[\p{L}\p{N}’'-]*\p{L}[\p{L}\p{N}’'-]*/u;
const PART = new RegExp(
  String.raw`(?<sum>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?![\p{L}])(?<cents>[.,]\d+)?|(?<word>${WORD.source})|(?<sum2>\d+)|(?<rest>=)|(?<end>[,;+&/\n])|(?<skip>[\s.\p{Sc}]+)|(?<other>.)`,
  'gu',
);

/** Methods that a word names: by its own name first, then by its kind. */
function methodsNamed(word: string, methods: readonly Method[]): readonly Method[] {
  const place = /^f([1-9])$/.exec(word);
  if (place) return methods.slice(Number(place[1]) - 1, Number(place[1]));
  const begins = (stem: string) => word.startsWith(stem) || stem.startsWith(word);
  const own = methods.filter((method) =>
    method.name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part.length > 1 && (part === word || (word.length > 1 && part.startsWith(word)))),
  );
  const kinds = methods.filter((method) => KIND_STEMS[method.kind].some(begins));
  return own.length > 0 ? [...own, ...kinds.filter((method) => !own.includes(method))] : kinds;
}

function tokenOf(word: string, methods: readonly Method[]): Token | null {
  if (SEPARATORS.test(word)) return { kind: 'end' };
  const named = methodsNamed(word, methods);
  const rest = REST_STEMS.some((stem) => word.startsWith(stem) || (word.length > 1 && stem.startsWith(word)));
  // A word that may still become two different things says nothing yet.
  const kinds = new Set(named.map((method) => method.kind));
  if (rest && named.length > 0) return null;
  if (rest) return { kind: 'rest' };
  const own = named.some((method) => method.name !== '' && method.name.toLowerCase().includes(word));
  if (named.length > 0 && (kinds.size === 1 || own)) return { kind: 'methods', of: named };
  return null;
}

/** A sum as money; more decimals than the currency has are a sum of their own: `1500,500`. */
function sums(whole: string, cents: string, digits: number): Token[] {
  const parts = cents.length > digits + 1 ? [whole, cents.slice(1)] : [whole + cents];
  return parts.flatMap((part): Token[] => {
    const minor = parseMoney(part, digits);
    return minor === null ? [] : [{ kind: 'sum', minor }];
  });
}

function tokensOf(
  text: string,
  methods: readonly Method[],
  digits: number,
): { tokens: Token[]; unknown: string } {
  const tokens: Token[] = [];
  for (const { groups = {} } of text.toLowerCase().matchAll(PART)) {
    const { sum, sum2, cents = '', word, rest, end, other } = groups;
    const whole = sum ?? sum2;
    if (whole !== undefined) tokens.push(...sums(whole, cents, digits));
    else if (rest !== undefined) tokens.push({ kind: 'rest' });
    else if (end !== undefined) tokens.push({ kind: 'end' });
    else if (other !== undefined) return { tokens, unknown: other };
    else if (word !== undefined && !FILLERS.test(word)) {
      const token = tokenOf(word, methods);
      if (!token) return { tokens, unknown: word };
      tokens.push(token);
    }
  }
  return { tokens, unknown: '' };
}

/** Groups what was said into sums with their methods, in either order, with or without commas. */
function entriesOf(tokens: readonly Token[]): Entry[] {
  const entries: Entry[] = [];
  let now: { amount?: number | null; methods?: readonly Method[] } = {};
  let before = '';
  const flush = () => {
    if (now.amount !== undefined || now.methods)
      entries.push({ amount: now.amount ?? null, methods: now.methods ?? [] });
    now = {};
  };
  for (const token of tokens) {
    if (token.kind === 'end') flush();
    else if (token.kind === 'methods') {
      const both = now.methods?.filter((method) => token.of.includes(method)) ?? [];
      // Two words of one name: `card halyk`.
      if (before === 'methods' && both.length > 0) now.methods = both;
      else {
        if (now.methods) flush();
        now.methods = token.of;
      }
    } else {
      if (now.amount !== undefined) flush();
      now.amount = token.kind === 'rest' ? null : token.minor;
    }
    before = token.kind;
  }
  flush();
  return entries;
}

/** Gives each sum its method: those that were named first, then the next free ones in order. */
function withMethods(
  entries: readonly Entry[],
  methods: readonly Method[],
): { methodId: string; amount: number | null }[] | LineProblem {
  const used = new Set<Method>();
  const chosen = new Map<Entry, Method>();
  for (const named of [true, false])
    for (const entry of entries.filter((one) => one.methods.length > 0 === named)) {
      const method = (named ? entry.methods : methods).find((one) => !used.has(one));
      if (!method) {
        const twice = entry.methods[0];
        return twice ? { kind: 'twice', methodId: twice.method_id } : { kind: 'many' };
      }
      used.add(method);
      chosen.set(entry, method);
    }
  return entries.map((entry) => ({ methodId: chosen.get(entry)?.method_id ?? '', amount: entry.amount }));
}

/** What the line gives to which method; the rest of the visit goes where it is said. */
export function readPayLine(
  text: string,
  methods: readonly Method[],
  remaining: number,
  digits: number,
): LineRead {
  const refuse = (problem: LineProblem): LineRead => ({ parts: null, problem });
  const { tokens, unknown } = tokensOf(text, methods, digits);
  if (unknown) return refuse({ kind: 'word', text: unknown });
  const placed = withMethods(entriesOf(tokens), methods);
  if (!Array.isArray(placed)) return refuse(placed);
  if (placed.filter((part) => part.amount === null).length > 1) return refuse({ kind: 'rests' });
  const rest = remaining - sumTyped(placed.map((part) => part.amount ?? 0));
  if (rest <= 0 && placed.some((part) => part.amount === null)) return refuse({ kind: 'none_left' });
  return { parts: placed.map((part) => ({ ...part, amount: part.amount ?? rest })), problem: null };
}
