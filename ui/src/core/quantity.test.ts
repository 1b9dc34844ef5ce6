import { describe, expect, it } from 'vitest';
import { formatQuantity, formatQuantityChange, parseQuantity } from './quantity';

describe('a quantity of goods', () => {
  it('is shown without zeros at the end', () => {
    expect([1000, 1400, 50, 0, -2000].map((one) => formatQuantity(one))).toEqual([
      '1',
      '1,4',
      '0,05',
      '0',
      '\u22122',
    ]);
    expect(formatQuantity(1400, 'en')).toBe('1.4');
    expect([12_000, -3000].map((one) => formatQuantityChange(one))).toEqual(['+12', '\u22123']);
  });
  it('is read with comma or point, never below zero', () => {
    expect(['1', '1,4', '0.05', '1 200', '', '-1', '1,2345', 'два'].map(parseQuantity)).toEqual([
      1000,
      1400,
      50,
      1_200_000,
      null,
      null,
      null,
      null,
    ]);
  });
});
