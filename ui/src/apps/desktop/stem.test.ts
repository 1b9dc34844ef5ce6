import { describe, expect, it } from 'vitest';
import type { ClientRow, ParsedBooking } from '../../api';
import { begunSo, joined, stemsOf } from './stem';

const client = (name: string) => ({ client_id: name, name, phone: '' }) as ClientRow;
const parsed = (client_text: string, ...names: string[]) =>
  ({ client_text, clients: names.map(client) }) as ParsedBooking;
const found = (...names: string[]) => ({ clients: names.map(client), forgiven: false });

describe('a name in another case', () => {
  it('is looked for without its last letter, then without two', () => {
    expect(stemsOf(parsed('марию'))).toEqual(['мари', 'мар']);
    expect(stemsOf(parsed('Светлану Белову'))).toEqual(['светлан белов', 'светла бело']);
    expect(stemsOf(parsed('Олю'))).toEqual(['ол']);
  });

  it('is looked for also where a typing error was forgiven, not where somebody is called so', () => {
    expect(stemsOf(parsed('марию', 'Марина Сергеева'))).not.toEqual([]);
    expect(stemsOf(parsed('ольга', 'Ольга Ким'))).toEqual([]);
    expect(stemsOf(parsed('ким ол', 'Ольга Ким'))).toEqual([]);
  });

  it('is no phone, no short word and nothing', () => {
    expect(stemsOf(parsed('4567'))).toEqual([]);
    expect(stemsOf(parsed('ян'))).toEqual([]);
    expect(stemsOf(parsed(''))).toEqual([]);
    expect(stemsOf(undefined)).toEqual([]);
  });

  it('means first who is called so but for the ending', () => {
    const names = begunSo(found('Марина Ким', 'Мариям Ким', 'Мария Ким'), 'мари').map(({ name }) => name);
    expect(names[0]).toBe('Мария Ким');
    expect(begunSo({ ...found('Людмила'), forgiven: true }, 'ол')).toEqual([]);
  });

  it('stands before whom a typing error may mean, each once', () => {
    const all = joined([client('Мария')], [client('Марина'), client('Мария')]);
    expect(all.map(({ name }) => name)).toEqual(['Мария', 'Марина']);
  });
});
