import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../messages');
const languages = ['ru', 'uk', 'kk', 'en'];

type Text = string | [{ match: Record<string, string> }];

function read(language: string, file: string): Record<string, Text> {
  const texts = JSON.parse(readFileSync(join(root, language, file), 'utf8'));
  delete texts.$schema;
  return texts;
}

function variants(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text[0].match);
}

function parameters(text: Text): string[] {
  const names = variants(text).flatMap((one) =>
    [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].sort();
}

const files = readdirSync(join(root, 'ru')).sort();

describe('messages', () => {
  it('are the same files in every language, all of them listed for the compiler', () => {
    for (const language of languages) expect(readdirSync(join(root, language)).sort()).toEqual(files);
    const settings = JSON.parse(readFileSync(join(root, '../project.inlang/settings.json'), 'utf8'));
    const listed: string[] = settings['plugin.inlang.messageFormat'].pathPattern;
    expect(listed.map((path) => path.split('/').at(-1)).sort()).toEqual(files);
  });

  describe.each(files)('%s', (file) => {
    const base = read('ru', file);
    const prefix = `${file.replace('.json', '')}_`;

    it('has keys of its own prefix', () => {
      expect(Object.keys(base).filter((key) => !key.startsWith(prefix))).toEqual([]);
    });

    it.each(languages)('%s has every key with the same parameters and a text', (language) => {
      const texts = read(language, file);
      expect(Object.keys(texts).sort()).toEqual(Object.keys(base).sort());
      for (const [key, text] of Object.entries(texts)) {
        expect(parameters(text), `${language} ${key}`).toEqual(parameters(base[key] ?? ''));
        for (const one of variants(text)) expect(one.trim(), `${language} ${key}`).not.toBe('');
      }
    });

    it('has every plural form that its language needs', () => {
      for (const language of languages) {
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const [key, text] of Object.entries(read(language, file))) {
          if (typeof text === 'string') continue;
          const given = Object.keys(text[0].match).map((form) => form.split('=').at(-1));
          if (given.includes('*')) continue;
          expect(
            forms.filter((form) => !given.includes(form)),
            `${language} ${key}`,
          ).toEqual([]);
        }
      }
    });
  });

  it('use no arrows or ticks: those are icons', () => {
    for (const language of languages) {
      for (const file of files) {
        for (const [key, text] of Object.entries(read(language, file))) {
          for (const one of variants(text)) expect(one, `${language} ${key}`).not.toMatch(/[←-⇿✓✔✗✘]/);
        }
      }
    }
  });
});
