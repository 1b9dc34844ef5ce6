/** What stands on a bill beside the services: its signs, words and steps. */
import { Gift, Layers, Package, Wallet } from '@lucide/svelte';
import type { Appointment, BillItem, ItemKind, Product, ProductUnit } from '../../api';
import { ONE } from '../../core/quantity';
import * as m from '../../paraglide/messages.js';

export const itemIcons = { product: Package, certificate: Gift, package: Layers, top_up: Wallet };

const kinds: Record<ItemKind, () => string> = {
  product: m.checkout_kind_product,
  certificate: m.checkout_kind_certificate,
  package: m.checkout_kind_package,
  top_up: m.checkout_kind_top_up,
};

/** What the item is called: a product by its name, the rest by its kind first. */
export function itemName(item: Pick<BillItem, 'kind' | 'name'>): string {
  if (item.kind === 'product') return item.name;
  return item.kind === 'package' && item.name ? `${kinds.package()} · ${item.name}` : kinds[item.kind]();
}

/** Goods and packages can be sold with a discount; a certificate is worth what is paid for it. */
export function takesDiscount(item: Pick<BillItem, 'kind'>): boolean {
  return item.kind === 'product' || item.kind === 'package';
}

/** What of a bill a discount can be on: its lines by name, services first. */
export function reducible(visit: Pick<Appointment, 'lines' | 'items'>): ReducibleLine[] {
  return [
    ...visit.lines.map((line) => ({ ...line, name: line.service })),
    ...visit.items.filter(takesDiscount).map((item) => ({ ...item, name: itemName(item) })),
  ];
}

export type ReducibleLine = Pick<BillItem, 'line_id' | 'name' | 'discount_minor' | 'discount_reason'>;

/** Ten of what is weighed or poured, one of what is counted. */
export function stepOf(unit: ProductUnit | null): number {
  return unit === 'ml' || unit === 'g' ? 10 * ONE : ONE;
}

/** The next quantity that way; `null` where there is none. */
export function stepped(quantity: number, unit: ProductUnit | null, by: 1 | -1): number | null {
  const next = quantity + by * stepOf(unit);
  return next > 0 ? next : null;
}

/** The bill takes more than the shelf has. */
export function overShelf(item: Pick<BillItem, 'stock' | 'quantity'>): boolean {
  return item.stock !== null && item.quantity > item.stock;
}

/** A line of the bill that another piece of the product can join: the same product by the list's price. */
export function sameLine(items: readonly BillItem[], productId: string): BillItem | undefined {
  return items.find((item) => item.product_id === productId && item.price_minor === item.list_price_minor);
}

/** The product that a code on its label names. */
export function labelled(products: readonly Product[], code: string): Product | undefined {
  const plain = code.trim();
  return products.find(({ product }) => product.barcode !== '' && product.barcode === plain);
}

/** What can still be put on the bill or taken off it. */
export function isOpen(visit: Pick<Appointment, 'status'>): boolean {
  return !['completed', 'cancelled', 'no_show'].includes(visit.status);
}

/** A sale on whose bill nothing was put and for which nothing was taken: it leaves no trace. */
export function isBlank(visit: Appointment, receipts: number): boolean {
  return visit.sale && visit.items.length === 0 && visit.lines.length === 0 && receipts === 0;
}
