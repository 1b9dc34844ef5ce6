import { describe, expect, it } from 'vitest';
import type { ReceiptRow } from '../../api';
import { canVoid, dayParam } from './receipts';

const receipt = (part: Partial<ReceiptRow>): ReceiptRow => ({
  receipt_id: '1',
  number: 'K1-000001',
  kind: 'sale',
  at: 500,
  business_day: '2026-11-21',
  appointment_id: '1',
  client: '',
  total_minor: 100,
  kinds: ['cash'],
  voided: false,
  reason: '',
  ...part,
});

describe('canVoid', () => {
  it('is for sales that stand', () => {
    expect(canVoid(receipt({}))).toBe(true);
    expect(canVoid(receipt({ voided: true }))).toBe(false);
    expect(canVoid(receipt({ kind: 'void' }))).toBe(false);
  });
});

describe('dayParam', () => {
  it('leaves today out of the address', () => {
    expect(dayParam('2026-11-21', '2026-11-21')).toBe('');
    expect(dayParam('2026-11-20', '2026-11-21')).toBe('2026-11-20');
  });
});
