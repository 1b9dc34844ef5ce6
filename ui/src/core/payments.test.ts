import { describe, expect, it } from 'vitest';
import { allocated, changeOf, type DraftPayment, leftOf, problemsOf, restFor } from './payments';

const card = (amount: number | null): DraftPayment => ({
  methodId: 'card',
  cash: false,
  amount,
  tendered: null,
});
const cash = (amount: number | null, tendered: number | null = null): DraftPayment => ({
  methodId: 'cash',
  cash: true,
  amount,
  tendered,
});

describe('the draft of the payments', () => {
  it('counts what is allocated and what is left', () => {
    const draft = [cash(2_000_000), card(4_650_000)];
    expect(allocated(draft)).toBe(6_650_000);
    expect(leftOf(draft, 6_650_000)).toBe(0);
    expect(leftOf([cash(7_000_000)], 6_650_000)).toBe(-350_000);
  });
  it('an unread field counts as nothing', () => {
    expect(allocated([cash(null), card(100)])).toBe(100);
  });
  it('gives the rest to one method beside the others', () => {
    expect(restFor([cash(2_000_000), card(0)], 1, 6_650_000)).toBe(4_650_000);
    expect(restFor([cash(9_000_000), card(null)], 1, 6_650_000)).toBe(0);
  });
  it('change comes from cash only', () => {
    expect(changeOf([cash(1_590_000, 2_000_000), card(100)])).toBe(410_000);
    expect(changeOf([cash(100, null)])).toBe(0);
    expect(changeOf([{ ...card(100), tendered: 500 }])).toBe(0);
  });
  it('names what is wrong, at its payment', () => {
    expect(problemsOf([cash(0), card(null)], 100)).toEqual([
      { index: 0, kind: 'empty' },
      { index: 1, kind: 'empty' },
    ]);
    expect(problemsOf([cash(60), card(60)], 100)).toEqual([
      { index: 0, kind: 'over', most: 40 },
      { index: 1, kind: 'over', most: 40 },
    ]);
    expect(problemsOf([cash(60, 50)], 100)).toEqual([{ index: 0, kind: 'tendered', least: 60 }]);
    expect(problemsOf([cash(60, 100), card(40)], 100)).toEqual([]);
  });
});
