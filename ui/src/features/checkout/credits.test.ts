import { describe, expect, it } from 'vitest';
import type { Appointment, Credit } from '../../api';
import { allChoices, creditKey, openLines } from './credits';

const lines = [
  { line_id: 'a', service: 'Стрижка', price_minor: 1000, paid_minor: 400 },
  { line_id: 'b', service: 'Укладка', price_minor: 500, paid_minor: 500 },
  { line_id: 'c', service: 'Уход', price_minor: 700, paid_minor: 0 },
];
const visit = { lines } as unknown as Appointment;
const credit = (kind: Credit['kind'], line_ids: string[]): Credit => ({
  kind,
  method_id: kind,
  source_id: 's',
  name: '',
  available_minor: 300,
  units: 2,
  line_ids,
});

describe('what the client can pay from', () => {
  it('is one choice, of a package one for each line that is open and that it is for', () => {
    const open = openLines([visit]);
    expect(open.map(({ lineId, remaining }) => [lineId, remaining])).toEqual([
      ['a', 600],
      ['c', 700],
    ]);
    const choices = allChoices([credit('balance', []), credit('package', ['a', 'b'])], open);
    expect(choices.map((one) => [creditKey(one), one.most])).toEqual([
      ['balance:s:', 300],
      ['package:s:a', 600],
    ]);
  });
});
