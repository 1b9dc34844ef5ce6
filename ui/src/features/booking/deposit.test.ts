import { describe, expect, it } from 'vitest';
import { choiceWords, whyWords } from './depositWords';

describe('words of deposits', () => {
  const nothing = { returned_minor: 0, kept_minor: 0, to_balance_minor: 0 };

  it('names what goes back and what stays', () => {
    const all = choiceWords({ ...nothing, end: 'return', returned_minor: 300_000 });
    expect(all).toMatch(/3\s000/);
    const part = choiceWords({ ...nothing, end: 'keep_part', returned_minor: 200_000, kept_minor: 100_000 });
    expect(part).toMatch(/1\s000.*2\s000/);
  });

  it('does not promise what cannot go back', () => {
    const held = choiceWords({ ...nothing, end: 'return', returned_minor: 200_000, kept_minor: 100_000 });
    expect(held).toMatch(/1\s000.*2\s000/);
  });

  it('says why', () => {
    expect(whyWords({ end: 'keep', why: 'late', free_hours: 24 })).toContain('24');
  });
});
