import { describe, expect, it } from 'vitest';
import type { Refundable } from '../../api';
import { everything, linesBack, piecesBack, sumOf, toBalance, waysBack } from './refund';

const line = (line_id: string, left_minor: number) => ({
  line_id,
  name: line_id,
  item: null,
  unit: null,
  quantity: null,
  sold_minor: 0,
  staff: '',
  paid_minor: 1000,
  left_minor,
});
const known: Refundable = {
  lines: [line('a', 1000), line('b', 600), line('c', 0)],
  methods: [
    { method_id: 'cash', kind: 'cash', name: '', left_minor: 700 },
    { method_id: 'card', kind: 'card', name: '', left_minor: 900 },
  ],
  left_minor: 1600,
};

describe('what goes back', () => {
  it('begins with everything that is left', () => {
    expect(everything(known)).toEqual({ a: 1000, b: 600 });
    expect(sumOf(linesBack(known, everything(known)) ?? [])).toBe(1600);
  });

  it('is nothing while a sum is missing or too large', () => {
    expect(linesBack(known, {})).toBeNull();
    expect(linesBack(known, { a: null })).toBeNull();
    expect(linesBack(known, { a: 1001 })).toBeNull();
    expect(linesBack(known, { b: 0 })).toBeNull();
    expect(linesBack(known, { b: 5 })).toEqual([{ line_id: 'b', amount_minor: 5 }]);
  });

  it('goes back the way it came, as far as each way goes', () => {
    expect(waysBack(known, 700)).toEqual([{ method_id: 'cash', amount_minor: 700 }]);
    expect(waysBack(known, 701)).toEqual([
      { method_id: 'cash', amount_minor: 700 },
      { method_id: 'card', amount_minor: 1 },
    ]);
    expect(sumOf(waysBack(known, 1600))).toBe(1600);
  });
});

describe('how many come back', () => {
  const three = {
    ...line('a', 1000),
    item: 'product' as const,
    unit: 'piece' as const,
    quantity: 3000,
    sold_minor: 1000,
  };

  it('are as many whole ones as the sum pays for, and all of them with all of it', () => {
    expect(piecesBack(three, 333)).toBe(0);
    expect(piecesBack(three, 334)).toBe(1000);
    expect(piecesBack(three, 999)).toBe(2000);
    expect(piecesBack(three, 1000)).toBe(3000);
  });

  it('are not counted of services, of no sum, of one that is too large', () => {
    expect(piecesBack(line('a', 1000), 1000)).toBeNull();
    expect(piecesBack(three, null)).toBeNull();
    expect(piecesBack(three, 1001)).toBeNull();
  });
});

describe('money to the balance of the client', () => {
  const balance = { method_id: 'bal', kind: 'balance' as const, name: '', left_minor: 1600 };
  const both: Refundable = { ...known, methods: [...known.methods, balance] };

  it('is another way for all of it, never mixed with how it came', () => {
    expect(toBalance(both)).toBe(balance);
    expect(waysBack(both, 1600)).toEqual(waysBack(known, 1600));
    expect(waysBack(both, 1600, true)).toEqual([{ method_id: 'bal', amount_minor: 1600 }]);
    expect(toBalance(known)).toBeUndefined();
    expect(waysBack(known, 5, true)).toEqual([{ method_id: 'cash', amount_minor: 5 }]);
  });
  it('is no choice where the receipt was paid from it', () => {
    const paid: Refundable = { ...known, methods: [{ ...balance, left_minor: 1600 }] };
    expect(toBalance(paid)).toBeUndefined();
    expect(waysBack(paid, 600)).toEqual([{ method_id: 'bal', amount_minor: 600 }]);
  });
});
