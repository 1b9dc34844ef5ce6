import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatChange,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRoughly,
  parseMoney,
  splitEvenly,
} from './money';

const tenge = { digits: 2, symbol: '₸' };

describe('money', () => {
  it('groups with spaces that do not break and hides a zero fraction', () => {
    expect(formatMoney(6_650_000, tenge)).toBe('66\u00a0500\u00a0₸');
    expect(formatMoney(0, tenge)).toBe('0\u00a0₸');
    expect(formatMoney(123_456_789_00, tenge)).toBe('123\u00a0456\u00a0789\u00a0₸');
  });

  it('shows a fraction in full, with the sign of the language', () => {
    expect(formatAmount(5, 2)).toBe('0,05');
    expect(formatAmount(150_050, 2)).toBe('1\u00a0500,50');
    expect(formatAmount(150_050, 2, 'en')).toBe('1\u00a0500.50');
    expect(formatAmount(1500, 0)).toBe('1\u00a0500');
    expect(formatAmount(1, 3)).toBe('0,001');
  });

  it('writes a real minus', () => {
    expect(formatRoughly(1_076_923, tenge)).toBe('10\u00a0769\u00a0₸');
    expect(formatRoughly(1_076_923, tenge, 'en')).toBe('10\u00a0769\u00a0₸');
    expect(formatMoney(-140_000, tenge)).toBe('\u22121\u00a0400\u00a0₸');
    expect(formatChange(100, tenge)).toBe('+1\u00a0₸');
    expect(formatChange(0, tenge)).toBe('0\u00a0₸');
  });

  it.each([
    ['66 500', 6_650_000],
    ['66\u202f500\u00a0₸', 6_650_000],
    ['1500,5', 150_050],
    ['1500.50 тг', 150_050],
    [',5', 50],
    ['5,', 500],
    ['-1', -100],
    ['\u22121', -100],
    ['0', 0],
    ['1,000', 100],
  ])('reads %s', (text, minor) => expect(parseMoney(text, 2)).toBe(minor));

  it.each(['', ' ', 'abc', '1,234', '1.2.3', '--1', '99999999999999999', '9007199254740993', '₸'])(
    'refuses %j',
    (text) => expect(parseMoney(text, 2)).toBeNull(),
  );

  it('reads back what it wrote', () => {
    for (const minor of [0, 1, 99, 100, 12_345, -7, 90_071_992_547_409]) {
      expect(parseMoney(formatMoney(minor, tenge), 2)).toBe(minor);
    }
  });

  it('shows rates and counts', () => {
    expect(formatPercent(1600)).toBe('16\u00a0%');
    expect(formatPercent(1250)).toBe('12,5\u00a0%');
    expect(formatNumber(1_234_567)).toBe('1\u00a0234\u00a0567');
  });
});

describe('splitEvenly', () => {
  it.each([
    [500_00, 2, [250_00, 250_00]],
    [100, 3, [34, 33, 33]],
    [101, 3, [34, 34, 33]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
    [7, 1, [7]],
    [7, 0, []],
  ])('%i in %i', (minor, parts, shares) => expect(splitEvenly(minor, parts)).toEqual(shares));

  it('loses and makes nothing, and no part differs by more than one', () => {
    for (let minor = 0; minor < 400; minor += 7)
      for (let parts = 1; parts < 9; parts += 1) {
        const shares = splitEvenly(minor, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(minor);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
  });
});
