import { describe, expect, it } from 'vitest';
import {
  allocated,
  askedOf,
  changeOf,
  type DraftPayment,
  leftOf,
  priceBefore,
  problemsOf,
  restFor,
  tipIndex,
} from './payments';

const card = (amount: number | null): DraftPayment => ({
  methodId: 'card',
  cash: false,
  amount,
  tendered: null,
  tip: 0,
});
const cash = (amount: number | null, tendered: number | null = null): DraftPayment => ({
  methodId: 'cash',
  cash: true,
  amount,
  tendered,
  tip: 0,
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

describe('tips in the draft', () => {
  const withTip = (payment: DraftPayment, tip: number) => ({ ...payment, tip });

  it('go on top: what remains of the visit does not change', () => {
    const draft = [withTip(cash(1_000), 500), card(2_000)];
    expect(leftOf(draft, 3_000)).toBe(0);
    expect(askedOf(draft)).toBe(3_500);
  });
  it('come out of what the client hands over before the change', () => {
    expect(changeOf([withTip(cash(1_000, 2_000), 500)])).toBe(500);
    expect(problemsOf([withTip(cash(1_000, 1_400), 500)], 1_000)).toEqual([
      { index: 0, kind: 'tendered', least: 1_500 },
    ]);
    expect(problemsOf([withTip(cash(1_000, 1_500), 500)], 1_000)).toEqual([]);
  });
  it('go with the wished payment, else with the first that takes anything', () => {
    expect(tipIndex([cash(100), card(200)], null)).toBe(0);
    expect(tipIndex([cash(100), card(200)], 'card')).toBe(1);
    expect(tipIndex([cash(0), card(200)], 'cash')).toBe(1);
    expect(tipIndex([cash(null), card(200)], null)).toBe(1);
    expect(tipIndex([], 'card')).toBe(-1);
  });
});

describe('priceBefore', () => {
  it('is the price with the discount that is inside it', () => {
    expect(priceBefore({ price_minor: 1_350_000, discount_minor: 150_000 })).toBe(1_500_000);
  });
});
