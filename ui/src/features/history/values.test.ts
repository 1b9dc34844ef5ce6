import { describe, expect, it } from 'vitest';
import type { HistoryChange } from '../../api';
import { listOf, meaningOf, subjectOf, thingsOf } from './values';

function change(table: string, column: string, before: string | null, after: string | null): HistoryChange {
  return { table, row: '1', column, before, after };
}

describe('meaningOf', () => {
  it('knows what a column is called and leaves out what only the program needs', () => {
    expect(meaningOf('client', 'discount_bp')).toEqual({ name: 'discount', sort: 'percent' });
    expect(meaningOf('staff_member', 'position')).toEqual({ name: 'position', sort: 'text' });
    expect(meaningOf('client_phone', 'position')).toBeNull();
    expect(meaningOf('client', 'created_at')).toBeNull();
    expect(meaningOf('appointment', 'zone')).toBeNull();
    expect(meaningOf('salon', 'zone')).not.toBeNull();
  });
});

describe('thingsOf', () => {
  it('gathers changes by thing and drops what says nothing', () => {
    const things = thingsOf([
      change('client', 'first_name', null, 'Анна'),
      change('client', 'note', null, ''),
      change('client', 'tags', null, '[]'),
      change('client', 'data_consent', null, '0'),
      change('client', 'created_at', null, '1700'),
      change('client_phone', 'e164', null, '+7701'),
    ]);
    expect(things.map((thing) => thing.table)).toEqual(['client', 'client_phone']);
    expect(things[0]?.changes).toEqual([
      { meaning: { name: 'first_name', sort: 'text' }, before: null, after: 'Анна' },
    ]);
  });

  it('keeps a yes that became a no', () => {
    expect(thingsOf([change('client', 'data_consent', '1', '0')])[0]?.changes).toHaveLength(1);
  });
});

describe('subjectOf', () => {
  it('finds the name that the entry carries', () => {
    const names = [change('client', 'first_name', null, 'Анна'), change('client', 'last_name', 'Ким', null)];
    expect(subjectOf(names)).toBe('Анна Ким');
    expect(subjectOf([change('service', 'name', 'Стрижка', 'Стрижка женская')])).toBe('Стрижка женская');
    expect(subjectOf([change('appointment', 'day', '2026-01-01', '2026-01-02')])).toBe('');
    expect(subjectOf([])).toBe('');
  });
});

describe('listOf', () => {
  it('reads what the log writes', () => {
    expect(listOf('["VIP","утро"]')).toEqual(['VIP', 'утро']);
    expect(listOf('plain')).toEqual(['plain']);
  });
});
