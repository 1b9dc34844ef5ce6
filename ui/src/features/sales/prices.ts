/** Words of the report of price changes. */
import type { PriceChange, PriceChangeKind } from '../../api';
import * as m from '../../paraglide/messages.js';

const kinds: Record<PriceChangeKind, () => string> = {
  discount: m.sales_price_discount,
  booked_service: m.sales_price_booked_service,
  bill_item: m.sales_price_bill_item,
  service: m.sales_price_service,
  product: m.sales_price_product,
  package_offer: m.sales_price_package_offer,
};

export const kindName = (kind: PriceChangeKind): string => kinds[kind]();

/** What a row is called: the visit it is on; of price lists nothing. */
export function isOnVisit(
  change: PriceChange,
): change is PriceChange & { appointment_id: string; day: string } {
  return change.appointment_id !== null && change.day !== null;
}

/** Less is asked than before. */
export const isLess = (change: Pick<PriceChange, 'from_minor' | 'to_minor'>): boolean =>
  change.to_minor < change.from_minor;
