import { describe, expect, it } from 'vitest';
import { monthOf, paramsFor, shownOf, stepped } from './range';

const TODAY = '2026-11-21';

describe('what the address shows', () => {
  it('nothing is today by staff', () => {
    expect(shownOf({}, TODAY)).toMatchObject({ mode: 'staff', from: TODAY, days: 1, who: '' });
  });
  it('a week begins on Monday and is one person’s where one is named', () => {
    expect(shownOf({ view: 'week' }, TODAY)).toMatchObject({ mode: 'team', from: '2026-11-16', days: 7 });
    expect(shownOf({ view: 'week', who: 'a' }, TODAY)).toMatchObject({ mode: 'week', who: 'a' });
  });
  it('rooms are shown for a day only', () => {
    expect(shownOf({ who: 'rooms' }, TODAY).mode).toBe('rooms');
    expect(shownOf({ who: 'rooms', view: 'week' }, TODAY)).toMatchObject({ mode: 'team', who: '' });
  });
  it('a month is six weeks, a list lists what it is told', () => {
    expect(shownOf({ view: 'month' }, TODAY)).toMatchObject({ from: '2026-10-26', days: 42 });
    expect(shownOf({ view: 'list', span: 'week' }, TODAY)).toMatchObject({ mode: 'list', days: 7 });
    expect(shownOf({ view: 'list', span: 'nonsense' }, TODAY)).toMatchObject({ span: 'day', days: 1 });
  });
});

it('a step is a day, a week or a month', () => {
  expect(stepped(shownOf({}, TODAY), 1)).toBe('2026-11-22');
  expect(stepped(shownOf({ view: 'week' }, TODAY), -1)).toBe('2026-11-14');
  expect(stepped(shownOf({ view: 'month', date: '2027-01-31' }, TODAY), 1)).toBe('2027-02-28');
});

it('a month goes from its first to its last date', () => {
  expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

it('the list lists what was shown, and a week is of whoever was chosen', () => {
  const month = shownOf({ view: 'month', who: 'a' }, TODAY);
  expect(paramsFor('list', month, '')).toEqual({ view: 'list', who: 'a', span: 'month' });
  expect(paramsFor('week', shownOf({}, TODAY), 'b')).toMatchObject({ view: 'week', who: 'b' });
  expect(paramsFor('week', shownOf({ who: 'rooms' }, TODAY), 'b')).toMatchObject({ who: 'b' });
});
