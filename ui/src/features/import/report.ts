/** What an import found, arranged for the screen. No framework. */
import type {
  ImportColumn,
  ImportField,
  ImportPreview,
  ImportProblem,
  ImportProblemKind,
  ImportRow,
} from '../../api';

/** Fields in the order a person looks for them. */
export const fields: readonly ImportField[] = [
  'skip',
  'full_name',
  'first_name',
  'last_name',
  'middle_name',
  'phone',
  'email',
  'birthday',
  'gender',
  'allergy',
  'note',
  'source',
  'tags',
  'discount',
  'card_number',
];

export type Outcome = 'created' | 'updated' | 'skipped' | 'rejected';
export const outcomes: readonly Outcome[] = ['created', 'updated', 'skipped', 'rejected'];

/** How loud a problem is: the row is lost, something needs a look, or it is only said. */
export type Weight = 'bad' | 'warn' | 'info';

const weights: Record<ImportProblemKind, Weight> = {
  no_name_no_phone: 'bad',
  ambiguous: 'bad',
  bad_phone: 'warn',
  bad_email: 'warn',
  bad_date: 'warn',
  bad_discount: 'warn',
  too_long: 'warn',
  allergy_in_note: 'warn',
  duplicate_in_file: 'info',
  duplicate_in_salon: 'info',
};

export function weightOf(kind: ImportProblemKind): Weight {
  return weights[kind];
}

/** Kinds that occur, gravest first, each once. */
export function kindsIn(problems: readonly ImportProblem[]): ImportProblemKind[] {
  const order: Weight[] = ['bad', 'warn', 'info'];
  return [...new Set(problems.map((problem) => problem.kind))].sort(
    (one, other) => order.indexOf(weights[one]) - order.indexOf(weights[other]) || one.localeCompare(other),
  );
}

export function problemsByRow(problems: readonly ImportProblem[]): Map<number, ImportProblem[]> {
  const rows = new Map<number, ImportProblem[]>();
  for (const problem of problems) {
    const list = rows.get(problem.row);
    if (list) list.push(problem);
    else rows.set(problem.row, [problem]);
  }
  return rows;
}

/** Columns that will be imported first, then those with values, then the rest; the file's order within each. */
export function sortedColumns(columns: readonly ImportColumn[]): {
  used: number[];
  unused: number[];
  empty: number[];
} {
  const used: number[] = [];
  const unused: number[] = [];
  const empty: number[] = [];
  columns.forEach((column, index) => {
    if (column.field !== 'skip') used.push(index);
    else if (column.samples.length > 0 || column.header !== '') unused.push(index);
    else empty.push(index);
  });
  return { used, unused, empty };
}

/** The choice of fields after one column was changed. */
export function withField(
  columns: readonly ImportColumn[],
  index: number,
  field: ImportField,
): ImportField[] {
  return columns.map((column, at) => (at === index ? field : column.field));
}

/** A row's name as it will be shown. */
export function rowName(row: ImportRow): string {
  const { last_name, first_name, middle_name } = row.client;
  return [first_name, middle_name, last_name].filter(Boolean).join(' ');
}

/** How many rows bring something into the salon. */
export function hasWork(preview: ImportPreview): boolean {
  return preview.counts.created > 0 || preview.counts.updated > 0;
}

const ENDINGS = ['xlsx', 'xls', 'ods', 'csv', 'txt', 'tsv', 'xlsm', 'xlsb'];

/** Whether the name looks like a table; what it really is, the engine says. */
export function looksLikeTable(name: string): boolean {
  return ENDINGS.includes(name.split('.').at(-1)?.toLowerCase() ?? '');
}
