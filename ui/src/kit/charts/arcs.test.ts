import { describe, expect, it } from 'vitest';
import { arcPath, arcsOf } from './arcs';

describe('arcsOf', () => {
  it('puts the parts one after another and fills the ring', () => {
    expect(arcsOf([50, 25, 25])).toEqual([
      { from: 0, to: 0.5 },
      { from: 0.5, to: 0.75 },
      { from: 0.75, to: 1 },
    ]);
  });

  it('gives no room to nothing, and to less than nothing', () => {
    expect(arcsOf([0, 100, -20])).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 1 },
      { from: 1, to: 1 },
    ]);
    expect(arcsOf([0, 0])).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 0 },
    ]);
  });
});

describe('arcPath', () => {
  it('draws the short and the long way round', () => {
    expect(arcPath({ from: 0, to: 0.25 }, 10)).toBe('M0,-10A10,10 0 0 1 10,0');
    expect(arcPath({ from: 0.25, to: 1 }, 10)).toBe('M10,0A10,10 0 1 1 0,-10');
  });

  it('draws a whole ring, and nothing for nothing', () => {
    expect(arcPath({ from: 0, to: 1 }, 10)).toContain('A10,10 0 1 1');
    expect(arcPath({ from: 0.5, to: 0.5 }, 10)).toBe('');
  });

  it('never cuts a small part away whole', () => {
    expect(arcPath({ from: 0, to: 0.001 }, 10, 4)).not.toBe('');
  });
});
