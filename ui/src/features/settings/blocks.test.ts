import { describe, expect, it } from 'vitest';
import { activeOf, barOf, fits, readMinutes } from './blocks';

const dye = { duration: 120, processing: 40, finishing: 30, transition: 10 };

describe('the blocks of a service', () => {
  it('leave for the work what waiting and finishing do not take', () => {
    expect(activeOf(dye)).toBe(50);
    expect(barOf(dye).map((one) => [one.name, one.minutes])).toEqual([
      ['active', 50],
      ['processing', 40],
      ['finishing', 30],
      ['transition', 10],
    ]);
  });

  it('fit as long as they are no longer than the client stays', () => {
    expect(fits(dye)).toBe(true);
    expect(fits({ ...dye, processing: 90 })).toBe(true);
    expect(fits({ ...dye, processing: 91 })).toBe(false);
  });

  it('are drawn only where they have a length', () => {
    expect(barOf({ duration: 60, processing: 0, finishing: 0, transition: 0 })).toEqual([
      { name: 'active', minutes: 60 },
    ]);
  });

  it('are typed as minutes; nothing typed is none', () => {
    expect([readMinutes(' 40 '), readMinutes(''), readMinutes('4x'), readMinutes('-5')]).toEqual([
      40,
      0,
      null,
      null,
    ]);
  });
});
