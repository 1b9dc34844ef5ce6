import { describe, expect, it } from 'vitest';
import type { Appointment, BillItem, Product } from '../../api';
import { isBlank, labelled, overShelf, reducible, sameLine, stepped } from './items';

const item = (more: Partial<BillItem>) =>
  ({
    line_id: 'l',
    kind: 'product',
    product_id: 'p',
    quantity: 1000,
    price_minor: 500,
    list_price_minor: 500,
    ...more,
  }) as BillItem;

describe('goods on a bill', () => {
  it('go up and down by a piece, or by ten of what is poured, never to nothing', () => {
    expect([stepped(1000, 'piece', 1), stepped(1000, 'piece', -1), stepped(2000, 'piece', -1)]).toEqual([
      2000,
      null,
      1000,
    ]);
    expect([stepped(50_000, 'ml', 1), stepped(10_000, 'g', -1)]).toEqual([60_000, null]);
  });
  it('warn where the shelf has less', () => {
    expect(overShelf(item({ stock: 1000 }))).toBe(false);
    expect(overShelf(item({ stock: 0 }))).toBe(true);
    expect(overShelf(item({ stock: null }))).toBe(false);
  });
  it('are joined to a line of the same product, not to one with its own price', () => {
    expect(sameLine([item({})], 'p')?.line_id).toBe('l');
    expect(sameLine([item({ price_minor: 400 })], 'p')).toBeUndefined();
    expect(sameLine([item({})], 'q')).toBeUndefined();
  });
  it('take a discount, as packages and services do; a certificate and a top-up do not', () => {
    const kinds = ['certificate', 'product', 'package', 'top_up'] as const;
    const items = kinds.map((kind) => item({ line_id: kind, kind, name: 'Масло' }));
    const visit = { lines: [{ line_id: 's', service: 'Стрижка' }], items } as unknown as Appointment;
    expect(reducible(visit).map((line) => line.line_id)).toEqual(['s', 'product', 'package']);
    expect(reducible(visit)[1]?.name).toBe('Масло');
  });
  it('are found by the whole code of a label', () => {
    const products = ['', '4870001'].map((barcode) => ({ product: { barcode } }) as Product);
    expect(labelled(products, ' 4870001 ')).toBe(products[1]);
    expect(labelled(products, '487')).toBeUndefined();
    expect(labelled(products, '')).toBeUndefined();
  });
});

describe('a sale that was left', () => {
  const sale = { sale: true, items: [], lines: [] } as unknown as Appointment;
  it('leaves no trace only where nothing stands on it', () => {
    expect(isBlank(sale, 0)).toBe(true);
    expect(isBlank(sale, 1)).toBe(false);
    expect(isBlank({ ...sale, items: [item({})] }, 0)).toBe(false);
    expect(isBlank({ ...sale, sale: false }, 0)).toBe(false);
  });
});
