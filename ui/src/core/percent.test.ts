import { describe, expect, it } from 'vitest';
import { readPercent, writePercent } from './percent';

describe('percent', () => {
  it('is read as people type it', () => {
    expect(['40', '37,5', '37.25 %', '100', '0'].map(readPercent)).toEqual([4000, 3750, 3725, 10_000, 0]);
    expect(['', 'x', '-1', '100,01', '1,234'].map(readPercent)).toEqual([null, null, null, null, null]);
  });

  it('is written as it is read', () => {
    for (const points of [0, 5, 50, 3750, 4000, 10_000])
      expect(readPercent(writePercent(points))).toBe(points);
    expect(writePercent(3750)).toBe('37,5');
  });
});
