import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentMethod } from '../../api';
import { Till } from './till.svelte';

const method = (method_id: string, kind: PaymentMethod['kind']) =>
  ({ method_id, kind, name: '' }) as PaymentMethod;
const methods = [method('cash', 'cash'), method('card', 'card')];
let till: Till;
const rows = () => till.rows.map((row) => [row.methodId, row.amount]);

beforeEach(() => {
  till = new Till(2);
  till.follow(methods, 1_000_000);
});

describe('a payment in one line', () => {
  it('stands in the rows while it is typed, and leaves them where it cannot be read', () => {
    till.write('1500 нал, ост');
    expect(rows()).toEqual([
      ['cash', 150_000],
      ['card', 850_000],
    ]);
    till.write('1500 нал, осз');
    expect(till.unread).toEqual({ kind: 'word', text: 'осз' });
    expect(rows()).toHaveLength(2);
    till.write('');
    expect(till.unread).toBeNull();
    expect(rows()).toEqual([['cash', 1_000_000]]);
  });
  it('is read anew when a discount makes the visit cheaper', () => {
    till.write('1500 нал, остальное карта');
    till.follow(methods, 900_000);
    expect(rows()).toEqual([
      ['cash', 150_000],
      ['card', 750_000],
    ]);
  });
  it('is over as soon as a row is changed by hand', () => {
    till.write('1500 нал, остальное карта');
    till.typed(0, 200_000);
    expect([till.line, rows()[0]]).toEqual(['', ['cash', 200_000]]);
  });
});

describe('tips', () => {
  it('are of one payment, and together make its tips', () => {
    till.write('1500 нал, остальное карта');
    till.tip('a', 300);
    till.tip('b', 200);
    till.tipMethod = 'card';
    const input = till.input('v', true);
    expect(input.payments.map((payment) => payment.tip_minor)).toEqual([0, 500]);
    expect(input.tips).toEqual([
      { staff_id: 'a', amount_minor: 300 },
      { staff_id: 'b', amount_minor: 200 },
    ]);
    expect(till.asked).toBe(1_000_500);
  });
  it('of a person are in place of what the person had; zero takes them away', () => {
    till.tip('a', 300);
    till.tip('a', 100);
    expect(till.tipTotal).toBe(100);
    till.tip('a', 0);
    expect(till.tips).toEqual([]);
  });
  it('are split to the minor unit', () => {
    till.tipEvenly(['a', 'b', 'c'], 100);
    expect(till.tips.map((tip) => tip.amount)).toEqual([34, 33, 33]);
    till.tipEvenly(['a', 'b', 'c'], 2);
    expect(till.tips.map((tip) => tip.staffId)).toEqual(['a', 'b']);
  });
  it('are seen again where the answer was lost', () => {
    till.tip('a', 300);
    till.tipMethod = 'cash';
    const sent = till.input('v', true);
    const again = new Till(2);
    again.follow(methods, 1_000_000);
    again.restore(sent);
    expect(again.input('v', true)).toEqual(sent);
  });
  it('are gone once the money is taken', () => {
    till.tip('a', 300);
    till.settle();
    expect([till.tips, till.tipTotal]).toEqual([[], 0]);
  });
});

describe('what the client has with the salon', () => {
  const balance = {
    kind: 'balance' as const,
    name: '',
    methodId: 'bal',
    sourceId: 'c',
    lineId: null,
    most: 300_000,
  };
  const session = { ...balance, kind: 'package' as const, methodId: 'pack', sourceId: 'p', lineId: 'l1' };

  it('is taken as far as it goes; the money that nobody typed takes the rest', () => {
    till.chooseCredit(balance);
    expect(rows()).toEqual([
      ['bal', 300_000],
      ['cash', 700_000],
    ]);
    till.choose(method('card', 'card'));
    expect(rows()).toEqual([
      ['bal', 300_000],
      ['card', 700_000],
    ]);
    till.typed(0, 100_000);
    expect(rows()).toEqual([
      ['bal', 100_000],
      ['card', 900_000],
    ]);
    till.chooseCredit(balance);
    expect(rows()).toEqual([['card', 1_000_000]]);
  });
  it('pays alone where it is enough, and is never more than there is', () => {
    till.chooseCredit({ ...balance, most: 1_000_000 });
    expect(rows()).toEqual([['bal', 1_000_000]]);
    expect(till.problems).toEqual([]);
    till.chooseCredit({ ...balance, most: 1_000_000 });
    till.chooseCredit(balance);
    till.typed(0, 300_001);
    expect(till.problems).toContainEqual({ index: 0, kind: 'over', most: 300_000 });
  });
  it('of a package is a session for one line, with just what remains of it', () => {
    till.chooseCredit({ ...session, most: 400_000 });
    till.focused = 0;
    till.fillRest();
    expect(till.input('v', true).payments).toEqual([
      {
        method_id: 'pack',
        source_id: 'p',
        line_id: 'l1',
        amount_minor: 400_000,
        tendered_minor: null,
        tip_minor: 0,
      },
      {
        method_id: 'cash',
        source_id: null,
        line_id: null,
        amount_minor: 600_000,
        tendered_minor: null,
        tip_minor: 0,
      },
    ]);
  });
  it('never takes tips: without money beside it they are refused', () => {
    till.chooseCredit({ ...balance, most: 1_000_000 });
    till.tip('a', 500);
    expect(till.problems).toEqual([{ index: 0, kind: 'tips' }]);
    till.typed(0, 900_000);
    expect([till.problems, till.drafts.map((row) => row.tip)]).toEqual([[], [0, 500]]);
  });
  it('is gone where it is no longer offered, and follows what is left of it', () => {
    till.chooseCredit(balance);
    till.follow(methods, 1_000_000, [{ ...balance, most: 200_000 }]);
    expect(rows()).toEqual([
      ['bal', 200_000],
      ['cash', 800_000],
    ]);
    till.follow(methods, 1_000_000, []);
    expect(rows()).toEqual([['cash', 1_000_000]]);
  });
  it('is seen again where the answer was lost', () => {
    till.chooseCredit({ ...session, most: 400_000 });
    const sent = till.input('v', true, ['w']);
    const again = new Till(2);
    again.follow(methods, 1_000_000);
    again.restore(sent, [{ ...session, most: 400_000 }]);
    expect(again.input('v', true, ['w'])).toEqual(sent);
    expect(sent.with).toEqual(['w']);
  });
});

it('who types just what remains has not divided it: it goes on following', () => {
  till.typed(0, 1_000_000);
  till.follow(methods, 1_200_000);
  expect(rows()).toEqual([['cash', 1_200_000]]);
});
