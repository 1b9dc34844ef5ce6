import { describe, expect, it } from 'vitest';
import { countOf, digitsOf, isCounted, rowsOf, stepped, worth, worthOfAll } from './count';

const values = [2_000_000, 1_000_000, 50_000, 100];

describe('counting a drawer', () => {
  it('adds pieces by their value, exactly and in minor units', () => {
    const typed = { 2_000_000: '2', 1_000_000: '2', 50_000: '1', 100: '7' };
    expect(worthOfAll(typed, values)).toBe(6_050_700);
    expect(worth(100, '99999')).toBe(9_999_900);
    expect(Number.isSafeInteger(worthOfAll({ 20_000_000: '99999' }, [20_000_000]))).toBe(true);
  });

  it('sends only what there is, and the pieces make the sum', () => {
    const count = countOf({ 2_000_000: '1', 1_000_000: '', 50_000: '0', 100: '3' }, values);
    expect(count).toEqual({
      counted_minor: 2_000_300,
      pieces: [
        { value_minor: 2_000_000, pieces: 1 },
        { value_minor: 100, pieces: 3 },
      ],
    });
    const sum = count?.pieces.reduce((all, one) => all + one.value_minor * one.pieces, 0);
    expect(sum).toBe(count?.counted_minor);
  });

  it('tells an empty drawer from one that nobody counted', () => {
    expect(countOf({}, values)).toBeNull();
    expect(countOf({ 100: '' }, values)).toBeNull();
    expect(isCounted({ 100: '0' }, values)).toBe(true);
    expect(countOf({ 100: '0' }, values)).toEqual({ counted_minor: 0, pieces: [] });
  });

  it('leaves out what is no note or coin of the currency', () => {
    expect(countOf({ 300: '5' }, values)).toBeNull();
    expect(worthOfAll({ 300: '5', 100: '1' }, values)).toBe(100);
  });

  it('keeps digits alone, and not more than a drawer holds', () => {
    expect(digitsOf(' 1 2x')).toBe('12');
    expect(digitsOf('-3,5')).toBe('35');
    expect(digitsOf('007')).toBe('7');
    expect(digitsOf('0')).toBe('0');
    expect(digitsOf('1234567')).toBe('12345');
  });

  it('steps by one, stops at none and at the most', () => {
    expect(stepped(undefined, 1)).toBe('1');
    expect(stepped('9', 1)).toBe('10');
    expect(stepped('1', -1)).toBe('0');
    expect(stepped('0', -1)).toBe('0');
    expect(stepped('99999', 1)).toBe('99999');
  });

  it('folds a long table once', () => {
    expect(rowsOf(9)).toBe(9);
    expect(rowsOf(14)).toBe(7);
    expect(rowsOf(11)).toBe(6);
  });
});
