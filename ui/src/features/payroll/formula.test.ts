import { describe, expect, it } from 'vitest';
import type { CommissionFormula, EarningLine } from '../../api';
import { formatAmount, formatPercent } from '../../core/money';
import { formatQuantity } from '../../core/quantity';
import { spelled, type Speech } from './formula';

const say: Speech = {
  sum: (minor) => formatAmount(minor, 2),
  percent: (basisPoints) => formatPercent(basisPoints),
  discount: 'скидка',
  materials: 'материалы',
  fixed: 'за услугу',
  share: 'доля',
  undone: 'визит не выполнен',
  onTop: 'сверху',
  count: (thousandths) => formatQuantity(thousandths),
  left: (left, sold) => `осталось ${left} из ${sold}`,
  instead: (now, was) => `${now} вместо ${was}`,
  month: (base, percent) => `месяц ${base} × ${percent}`,
};

const formula: CommissionFormula = {
  kind: 'percent',
  before_minor: 800_000,
  discount_minor: 80_000,
  materials_minor: 0,
  base_minor: 720_000,
  rate_bp: 4_000,
  fixed_minor: 0,
  month_minor: 0,
  slices: [],
  whole_minor: 288_000,
  share_bp: 10_000,
  sold_minor: 720_000,
  left_minor: 720_000,
  was_minor: 0,
  now_minor: 288_000,
  undone: false,
  quantity: null,
  on_top: false,
};

function said(
  entry: EarningLine['entry'],
  amount_minor: number,
  more: Partial<CommissionFormula> = {},
): string {
  return spelled({ entry, amount_minor, formula: { ...formula, ...more } }, say).replaceAll('\u00a0', ' ');
}

describe('a formula', () => {
  it('leads from the price over the discount to the sum', () => {
    expect(said('line', 288_000)).toBe('8 000 − скидка 800 = 7 200 × 40 % = 2 880');
    expect(said('line', 288_000, { discount_minor: 0, before_minor: 720_000 })).toBe('7 200 × 40 % = 2 880');
    expect(said('line', 280_000, { materials_minor: 20_000, base_minor: 700_000 })).toBe(
      '8 000 − скидка 800 − материалы 200 = 7 000 × 40 % = 2 800',
    );
  });

  it('says a fixed sum, the parts of progressive tiers and a share', () => {
    expect(said('line', 50_000, { kind: 'fixed', fixed_minor: 50_000, whole_minor: 50_000 })).toBe(
      'за услугу 500',
    );
    const slices = [
      { base_minor: 300_000, rate_bp: 3_000, amount_minor: 90_000 },
      { base_minor: 420_000, rate_bp: 4_000, amount_minor: 168_000 },
    ];
    expect(said('line', 258_000, { kind: 'tiered', slices, discount_minor: 0 })).toBe(
      '7 200: 3 000 × 30 % + 4 200 × 40 % = 2 580',
    );
    expect(said('line', 216_000, { share_bp: 7_500, discount_minor: 0 })).toBe(
      '7 200 × 40 % = 2 880 × 75 % = 2 160',
    );
    expect(said('share', 72_000, { share_bp: 2_500, discount_minor: 0 })).toBe(
      '7 200 × 40 % = 2 880 × 25 % = 720',
    );
  });

  it('says how many pieces a fixed sum is for, and what comes on top', () => {
    const fixed = { kind: 'fixed', fixed_minor: 30_000, whole_minor: 60_000, quantity: 2_000 } as const;
    expect(said('line', 60_000, fixed)).toBe('2 × 300 = 600');
    expect(said('share', 72_000, { share_bp: 2_500, discount_minor: 0, on_top: true })).toBe(
      '7 200 × 40 % = 2 880 × 25 % сверху = 720',
    );
  });

  it('says what was taken back, and what a tier changed', () => {
    expect(said('back', -144_000, { left_minor: 360_000, was_minor: 288_000, now_minor: 144_000 })).toBe(
      'осталось 3 600 из 7 200: 1 440 вместо 2 880 = −1 440',
    );
    expect(said('back', -288_000, { undone: true, was_minor: 288_000, now_minor: 0 })).toBe(
      'визит не выполнен: 0 вместо 2 880 = −2 880',
    );
    expect(
      said('tier', 60_000, {
        month_minor: 1_600_000,
        rate_bp: 4_000,
        now_minor: 640_000,
        was_minor: 580_000,
      }),
    ).toBe('месяц 16 000 × 40 % = 6 400 − 5 800 = 600');
  });
});
