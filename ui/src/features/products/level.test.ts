import { describe, expect, it } from 'vitest';
import { delivered, differenceOf, levelOf } from './level';

describe('goods', () => {
  it('are enough, running out, or none', () => {
    expect(levelOf({ stock: 5000, running_out: false })).toBe('enough');
    expect(levelOf({ stock: 1000, running_out: true })).toBe('low');
    expect(levelOf({ stock: 0, running_out: true })).toBe('none');
    expect(levelOf({ stock: -1000, running_out: false })).toBe('none');
  });
  it('differ from the books only where they were counted', () => {
    expect([
      differenceOf(null, 5),
      differenceOf(undefined, 5),
      differenceOf(3, 5),
      differenceOf(0, 5),
    ]).toEqual([null, null, -2, -5]);
  });
  it('come in only with every line complete; a gift costs nothing', () => {
    const line = { productId: 'p', quantity: 2000, cost: 0 };
    expect(delivered([line])).toEqual([{ product_id: 'p', quantity: 2000, cost_minor: 0 }]);
    expect(delivered([])).toBeNull();
    expect(delivered([line, { ...line, quantity: null }])).toBeNull();
    expect(delivered([{ ...line, quantity: 0 }])).toBeNull();
    expect(delivered([{ ...line, cost: null }])).toBeNull();
  });
});
