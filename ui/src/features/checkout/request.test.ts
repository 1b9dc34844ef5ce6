import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answered, forget, openRequest, readKept, sending, sentWith, unanswered } from './request';

const payment = { appointment_id: 'v1', with: ['w'], payments: [], tips: [], after: 'keep' as const };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

describe('the request id of a payment', () => {
  it('is the same when the checkout is opened again before the answer', () => {
    const first = openRequest('v1');
    sending('v1', first, payment);
    expect(openRequest('v1')).toEqual({ id: first.id, sent: payment });
    expect([unanswered('v1'), unanswered('v2')]).toEqual([true, false]);
    expect([sentWith('v1'), sentWith('v2')]).toEqual([['w'], []]);
    expect(openRequest('v2').id).not.toBe(first.id);
  });
  it('is a new one after the answer', () => {
    const first = openRequest('v1');
    sending('v1', first, payment);
    const next = answered('v1');
    expect(unanswered('v1')).toBe(false);
    expect(next.id).not.toBe(first.id);
    expect(openRequest('v1')).toEqual(next);
  });
  it('is forgotten on leaving only where nothing is under way', () => {
    const first = sending('v1', openRequest('v1'), payment);
    forget('v1', first);
    expect(openRequest('v1').id).toBe(first.id);
    forget('v1', { id: first.id, sent: null });
    expect(openRequest('v1').id).not.toBe(first.id);
  });
  it('what cannot be read is no request', () => {
    expect(readKept('{')).toBeNull();
    expect(readKept('null')).toBeNull();
    expect(readKept('{"sent":1}')).toBeNull();
  });
});
