import { describe, expect, it } from 'vitest';
import type { Appointment, BillItem } from '../../api';
import { soldCodes } from './certificate';
import { certificateChoice } from './credits';

const item = (kind: BillItem['kind'], code: string) => ({ kind, code }) as BillItem;
const bill = (status: Appointment['status']) => ({
  status,
  items: [item('product', ''), item('certificate', 'ROSE2026'), item('certificate', 'LILY2026')],
});

describe('certificates at the checkout', () => {
  it('are given on paper once their bill is completed, not before', () => {
    expect(soldCodes(bill('completed'))).toEqual(['ROSE2026', 'LILY2026']);
    expect(soldCodes(bill('booked'))).toEqual([]);
  });

  it('pay what may be paid today, which can be less than what is left', () => {
    const known = { certificate_id: 'c', code: 'GIFT', payable_minor: 300, left_minor: 900 };
    expect(certificateChoice(known, 'm')).toMatchObject({ most: 300, sourceId: 'c', lineId: null });
  });
});
