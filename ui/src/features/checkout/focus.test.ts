import { afterEach, describe, expect, it, vi } from 'vitest';
import { writing } from './focus';

class Field {
  value: string;
  #words: boolean;
  constructor(value: string, words = false) {
    this.value = value;
    this.#words = words;
  }
  closest(selector: string) {
    return selector === '[data-words]' && this.#words ? this : null;
  }
}

function standIn(field: Field | null) {
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('document', { activeElement: field });
}

afterEach(() => vi.unstubAllGlobals());

describe('a letter', () => {
  it('is written where words stand, and after a sum with a space; else it is a key', () => {
    const cases: [Field | null, boolean][] = [
      [new Field('', true), true],
      [new Field('1500 '), true],
      [new Field('1500'), false],
      [new Field(''), false],
      [null, false],
    ];
    for (const [field, expected] of cases) {
      standIn(field);
      expect(writing()).toBe(expected);
    }
  });
});
