import { describe, expect, it } from 'vitest';
import { stepIn } from './steps';

describe('stepIn', () => {
  const list = ['a', 'b', 'c'];
  it.each([
    ['a', 1, 'b'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
    ['other', 1, 'a'],
    ['other', -1, 'c'],
  ])('from %s by %i', (now, by, next) => expect(stepIn(list, now, by)).toBe(next));
  it('stays where there is nothing', () => expect(stepIn([], 'a', 1)).toBe('a'));
});
