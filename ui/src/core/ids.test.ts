import { expect, it } from 'vitest';
import { uuidv7 } from './ids';

it('makes ids that sort by time and carry version 7', () => {
  const random = new Uint8Array(16).fill(255);
  const early = uuidv7(1_700_000_000_000, random);
  const late = uuidv7(1_700_000_000_001, new Uint8Array(16));
  expect(early).toMatch(/^018bcfe5-6800-7fff-bfff-ffffffffffff$/);
  expect(early < late).toBe(true);
});
