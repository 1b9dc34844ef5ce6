import { describe, expect, it } from 'vitest';
import type { PriceChange } from '../../api';
import { isLess, isOnVisit, kindName } from './prices';

const change = (more: Partial<PriceChange>) =>
  ({ appointment_id: null, day: null, from_minor: 500, to_minor: 400, ...more }) as PriceChange;

describe('a price change', () => {
  it('opens a visit only where it is on one', () => {
    expect(isOnVisit(change({}))).toBe(false);
    expect(isOnVisit(change({ appointment_id: 'v' as never, day: '2026-11-21' as never }))).toBe(true);
  });

  it('says whether less is asked', () => {
    expect(isLess(change({}))).toBe(true);
    expect(isLess(change({ to_minor: 600 }))).toBe(false);
  });

  it('has a word for every kind', () => {
    const kinds = ['discount', 'booked_service', 'bill_item', 'service', 'product', 'package_offer'] as const;
    expect(new Set(kinds.map(kindName)).size).toBe(kinds.length);
  });
});
