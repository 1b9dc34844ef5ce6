import { describe, expect, it } from 'vitest';
import type { ImportColumn, ImportField, ImportProblem } from '../../api';
import {
  fields,
  kindsIn,
  looksLikeTable,
  problemsByRow,
  rowName,
  sortedColumns,
  weightOf,
  withField,
} from './report';
import { emptyRow } from './testing';

const column = (field: ImportField, header = 'x', samples = ['1']): ImportColumn => ({
  letter: 'A',
  header,
  field,
  samples,
});
const problem = (row: number, kind: ImportProblem['kind']): ImportProblem => ({
  row,
  kind,
  column: '',
  value: '',
});

describe('columns', () => {
  it('come with those that are imported first and empty ones last', () => {
    const columns = [
      column('skip', '', []),
      column('skip'),
      column('phone'),
      column('full_name'),
      column('skip', 'y', []),
    ];
    expect(sortedColumns(columns)).toEqual({ used: [2, 3], unused: [1, 4], empty: [0] });
  });

  it('change one at a time', () => {
    expect(withField([column('phone'), column('skip')], 1, 'note')).toEqual(['phone', 'note']);
  });

  it('offer every field once', () => {
    expect(new Set(fields).size).toBe(fields.length);
  });
});

describe('problems', () => {
  it('are listed by kind, gravest first', () => {
    const kinds = kindsIn([
      problem(1, 'duplicate_in_file'),
      problem(2, 'bad_phone'),
      problem(3, 'no_name_no_phone'),
      problem(4, 'bad_phone'),
    ]);
    expect(kinds).toEqual(['no_name_no_phone', 'bad_phone', 'duplicate_in_file']);
    expect(weightOf('ambiguous')).toBe('bad');
  });

  it('are found by row', () => {
    const rows = problemsByRow([problem(7, 'bad_phone'), problem(7, 'bad_date'), problem(9, 'bad_date')]);
    expect(rows.get(7)?.map((one) => one.kind)).toEqual(['bad_phone', 'bad_date']);
    expect(rows.get(8)).toBeUndefined();
  });
});

describe('rowName', () => {
  it('leaves out what is not there', () => {
    expect(rowName(emptyRow({ first_name: 'Анна', last_name: 'Ким' }))).toBe('Анна Ким');
    expect(rowName(emptyRow({}))).toBe('');
  });
});

describe('looksLikeTable', () => {
  it('goes by the ending, whatever its letters', () => {
    expect(looksLikeTable('Клиенты.XLSX')).toBe(true);
    expect(looksLikeTable('a.b.csv')).toBe(true);
    expect(looksLikeTable('photo.jpg')).toBe(false);
    expect(looksLikeTable('none')).toBe(false);
  });
});
