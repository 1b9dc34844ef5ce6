import { describe, expect, it } from 'vitest';
import { limitText, purposesOf, readLimit } from './till';

describe('the limit of a discount', () => {
  it('is read and written in percent', () => {
    expect(readLimit('10')).toBe(1000);
    expect(readLimit(' 7,5 %')).toBe(750);
    expect(readLimit('0')).toBe(0);
    expect(limitText(1250, 'ru')).toBe('12,5');
    expect(limitText(1000, 'en')).toBe('10');
    expect(limitText(0, 'ru')).toBe('0');
  });

  it('is refused where it is none', () => {
    for (const text of ['', '101', '-1', 'ten', '1,234']) expect(readLimit(text), text).toBeNull();
  });

  it('comes back as it was typed', () => {
    for (const bp of [0, 5, 50, 999, 1000, 10_000]) expect(readLimit(limitText(bp, 'ru'))).toBe(bp);
  });
});

describe('kinds of cash in and out', () => {
  it('an income never goes out, an expense never comes in', () => {
    expect(purposesOf('out')).not.toContain('income');
    expect(purposesOf('in')).not.toContain('expense');
  });
});
