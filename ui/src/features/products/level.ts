/** How a product stands: enough, running out, none. No framework. */
import type { Product } from '../../api';

export type Level = 'enough' | 'low' | 'none';

export function levelOf(product: Pick<Product, 'stock' | 'running_out'>): Level {
  if (product.stock <= 0) return 'none';
  return product.running_out ? 'low' : 'enough';
}

/** What was counted differs from the books by so much; `null` where nothing was counted. */
export function differenceOf(counted: number | null | undefined, stock: number): number | null {
  return counted === null || counted === undefined ? null : counted - stock;
}

/** A line of a delivery as it is being typed. */
export interface DraftLine {
  productId: string;
  /** Thousandths. */
  quantity: number | null;
  /** What all of it cost, minor units. */
  cost: number | null;
}

/** The lines as the engine takes them; `null` where one is not complete or there is none. */
export function delivered(
  lines: readonly DraftLine[],
): { product_id: string; quantity: number; cost_minor: number }[] | null {
  if (lines.length === 0) return null;
  const done = lines.flatMap(({ productId, quantity, cost }) =>
    quantity !== null && quantity > 0 && cost !== null && cost >= 0
      ? [{ product_id: productId, quantity, cost_minor: cost }]
      : [],
  );
  return done.length === lines.length ? done : null;
}
