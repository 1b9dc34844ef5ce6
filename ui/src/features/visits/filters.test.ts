import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../core/time';
import { daysOf, filterOf, isFiltered, toCall, toggled, unclosed } from './filters';

const TODAY = '2026-11-21';

describe('the days that are shown', () => {
  it('are the coming month unless the address says more', () => {
    expect(daysOf({}, TODAY)).toEqual([TODAY, '2026-12-21']);
    expect(daysOf({ span: 'nonsense' }, TODAY)).toEqual([TODAY, '2026-12-21']);
    expect(daysOf({ span: 'today' }, TODAY)).toEqual([TODAY, TODAY]);
    expect(daysOf({ span: 'past' }, TODAY)).toEqual(['2026-10-22', TODAY]);
  });

  it('are those that were chosen, as far as one question may reach', () => {
    expect(daysOf({ span: 'own', from: '2026-01-01', to: '2026-01-31' }, TODAY)).toEqual([
      '2026-01-01',
      '2026-01-31',
    ]);
    expect(daysOf({ span: 'own', from: '2026-02-01', to: '2026-01-31' }, TODAY)).toEqual([
      '2026-02-01',
      '2026-02-01',
    ]);
    expect(daysOf({ span: 'own', from: 'x' }, TODAY)).toEqual([TODAY, TODAY]);
    const [from, to] = daysOf({ span: 'own', from: '2020-01-01', to: TODAY }, TODAY);
    expect(daysBetween(from, to)).toBe(1095);
  });
});

describe('what is asked', () => {
  it('follows the address and leaves out words that it does not know', () => {
    const filter = filterOf({ staff: 's1', status: 'no_show,lost,booked', pay: 'paid' }, TODAY);
    expect(filter).toMatchObject({
      staff_id: 's1',
      client_id: null,
      statuses: ['booked', 'no_show'],
      payment_statuses: ['paid'],
      descending: false,
    });
    expect(filterOf({ span: 'past' }, TODAY).descending).toBe(true);
  });

  it('is, to close the day, everything up to today that is not final', () => {
    const filter = unclosed(TODAY);
    expect(filter.to_day).toBe(TODAY);
    expect(filter.statuses).toEqual(['booked', 'confirmed', 'arrived', 'in_progress']);
    expect(daysBetween(filter.from_day, filter.to_day)).toBe(1095);
  });

  it('is, for the call list, also what is to come', () => {
    const filter = toCall(TODAY);
    expect(filter).toMatchObject({ to_call: true, statuses: [] });
    expect(filter.from_day < TODAY && filter.to_day > TODAY).toBe(true);
    expect(daysBetween(filter.from_day, filter.to_day)).toBe(1095);
  });
});

describe('a list in the address', () => {
  it('gains and loses a word', () => {
    expect(toggled(undefined, 'paid')).toBe('paid');
    expect(toggled('paid', 'partial')).toBe('paid,partial');
    expect(toggled('paid,partial', 'paid')).toBe('partial');
  });

  it('counts as a filter, the span does not', () => {
    expect(isFiltered({ span: 'past', tab: 'all' })).toBe(false);
    expect(isFiltered({ pay: 'paid' })).toBe(true);
  });
});
