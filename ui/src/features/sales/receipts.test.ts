import { describe, expect, it } from 'vitest';
import type { ReceiptRow, Shift } from '../../api';
import { canVoid, dayParam, inShift } from './receipts';

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
const shift = (part: Partial<Shift>): Shift => ({
  shift_id: '1',
  number: 1,
  register: { register_id: '1', name: '', prefix: 'K1' },
  business_day: '2026-11-21',
  opened_at: 100,
  opened_by: '',
  closed_at: null,
  receipts: 0,
  drawer_minor: 0,
  by_method: [],
  total_minor: 0,
  ...part,
});

describe('inShift', () => {
  it('takes what came after the opening and before the closing', () => {
    expect(inShift(receipt({ at: 99 }), shift({}))).toBe(false);
    expect(inShift(receipt({ at: 100 }), shift({}))).toBe(true);
    expect(inShift(receipt({ at: 700 }), shift({ closed_at: 600 }))).toBe(false);
  });

  it('leaves out receipts of another register', () => {
    expect(inShift(receipt({ number: 'K2-000001' }), shift({}))).toBe(false);
  });
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
