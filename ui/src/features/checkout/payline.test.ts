import { describe, expect, it } from 'vitest';
import { readPayLine } from './payline';

const methods = [
  { method_id: 'cash', kind: 'cash', name: '' },
  { method_id: 'card', kind: 'card', name: '' },
  { method_id: 'qr', kind: 'qr', name: 'Kaspi QR' },
  { method_id: 'bank', kind: 'transfer', name: '' },
] as const;
const VISIT = 15_000_00;

function read(text: string, remaining = VISIT, digits = 2): string {
  const { parts, problem } = readPayLine(text, methods, remaining, digits);
  if (problem) return problem.kind;
  return parts.map(({ methodId, amount }) => `${methodId} ${amount / 100}`).join(', ');
}

describe('a payment in one line', () => {
  it.each([
    ['1500 нал, остальное карта', 'cash 1500, card 13500'],
    ['1500 нал остальное карта', 'cash 1500, card 13500'],
    ['1500 наличными и остаток картой', 'cash 1500, card 13500'],
    ['1500 готівкою, решта карткою', 'cash 1500, card 13500'],
    ['1500 готівка та залишок картка', 'cash 1500, card 13500'],
    ['1500 қолма-қол, қалғаны карта', 'cash 1500, card 13500'],
    ['1500 қолма-қол және қалғаны картамен', 'cash 1500, card 13500'],
    ['1500 cash, rest card', 'cash 1500, card 13500'],
    ['1500 Cash, the rest by Card', 'cash 1500, card 13500'],
    ['карта 500, нал', 'card 500, cash 14500'],
    ['нал 1500 карта 500', 'cash 1500, card 500'],
    ['500 картой', 'card 500'],
    ['карта', 'card 15000'],
    ['=', 'cash 15000'],
    ['1500 нал =', 'cash 1500, card 13500'],
    ['1500 нал = карта', 'cash 1500, card 13500'],
    ['1500 нал, = перевод', 'cash 1500, bank 13500'],
    ['1500 f2 = f1', 'card 1500, cash 13500'],
    ['5000 картой, 1000', 'card 5000, cash 1000'],
    ['1000 + 5000 картой + остальное каспи', 'word'],
    ['1000 + 5000 картой + остальное kaspi', 'cash 1000, card 5000, qr 9000'],
    ['10 000 нал 5 000 карта', 'cash 10000, card 5000'],
    ['1\u00a0500 ₸ нал, остальное безнал', 'cash 1500, card 13500'],
    ['1500,50 нал, остальное карта', 'cash 1500.5, card 13499.5'],
    ['1500.5 нал,остальное карта', 'cash 1500.5, card 13499.5'],
    ['1500 тг нал, аударым', 'cash 1500, bank 13500'],
    ['1500 500', 'cash 1500, card 500'],
    ['1500, 500', 'cash 1500, card 500'],
    ['1500,500 картой', 'cash 1500, card 500'],
    ['5000 qr', 'qr 5000'],
    ['1500 переводом', 'bank 1500'],
    ['', ''],
    [' , ', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['1500 фыв', 'word'],
    ['1500 к', 'word'],
    ['1500 нал, 500 наличными', 'twice'],
    ['остальное нал, остаток карта', 'rests'],
    ['15000 нал, остальное карта', 'none_left'],
    ['20000 нал =', 'none_left'],
    ['1 2 3 4 5', 'many'],
    ['1500 нал!', 'word'],
  ])('%s cannot be followed', (text, problem) => expect(read(text)).toBe(problem));

  it('understands a word that is still being typed', () => {
    expect(read('1500 на')).toBe('cash 1500');
    expect(read('1500 нал, ост')).toBe('cash 1500, card 13500');
    expect(read('1500 нал, остальное ка')).toBe('cash 1500, card 13500');
  });

  it('never gives more to the rest than remains, and makes the whole of the visit', () => {
    for (const said of [1, 99, 100, 12_345, 14_999])
      for (const [remaining, line] of [
        [VISIT, `${said} нал, остальное карта`],
        [VISIT + 1, `${said} картой =`],
      ] as const) {
        const { parts } = readPayLine(line, methods, remaining, 2);
        expect(parts?.reduce((sum, part) => sum + part.amount, 0)).toBe(remaining);
      }
  });

  it('a currency without decimals takes a comma for the end of a sum', () => {
    expect(readPayLine('1500,50 карта', methods, 10_000, 0).parts).toEqual([
      { methodId: 'cash', amount: 1500 },
      { methodId: 'card', amount: 50 },
    ]);
  });

  it('two methods of one kind are told apart by their names', () => {
    const two = [
      { method_id: 'h', kind: 'card', name: 'Карта Halyk' },
      { method_id: 'k', kind: 'card', name: 'Карта Kaspi' },
    ] as const;
    expect(readPayLine('500 kaspi, остальное halyk', two, 900, 0).parts).toEqual([
      { methodId: 'k', amount: 500 },
      { methodId: 'h', amount: 400 },
    ]);
    expect(readPayLine('500 карта kaspi =', two, 900, 0).parts).toEqual([
      { methodId: 'k', amount: 500 },
      { methodId: 'h', amount: 400 },
    ]);
    expect(readPayLine('500 карта, 400 карта', two, 900, 0).parts).toEqual([
      { methodId: 'h', amount: 500 },
      { methodId: 'k', amount: 400 },
    ]);
  });
});
