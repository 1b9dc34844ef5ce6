/** The texts of the user interface, as the person reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from './programs.ts';

export type Language = 'ru' | 'uk' | 'kk' | 'en';

type Message = string | { match: Record<string, string> }[];

const books = new Map<Language, Map<string, Message>>();

function book(language: Language): Map<string, Message> {
  const known = books.get(language);
  if (known) return known;
  const folder = inProject('ui/messages', language);
  const made = new Map<string, Message>();
  for (const file of readdirSync(folder)) {
    const texts = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, Message>;
    for (const [key, text] of Object.entries(texts)) made.set(key, text);
  }
  books.set(language, made);
  return made;
}

/** Every key that there is. */
export function keys(): string[] {
  return [...book('ru').keys()].filter((key) => !key.startsWith('$'));
}

/** A text, with its parameters filled in. */
export function word(key: string, facts: Record<string, string | number> = {}, language: Language = 'ru'): string {
  const text = book(language).get(key);
  if (typeof text !== 'string') throw new Error(`no plain message ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** A text whose parameters may be anything; its spaces may be no-break ones, which a page's text does not keep. */
export function like(key: string, language: Language = 'ru'): RegExp {
  const text = book(language).get(key);
  if (text === undefined) throw new Error(`no message ${key}`);
  const forms = typeof text === 'string' ? [text] : Object.values(text[0]?.match ?? {});
  const patterns = forms.map((form) =>
    form
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{\w+\}/g, '.+')
      .replace(/\s+/g, '\\s+'),
  );
  return new RegExp(`^\\s*(${patterns.join('|')})\\s*$`);
}
