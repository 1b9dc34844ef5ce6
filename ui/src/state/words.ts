/** The closed lists of the contract in the user's language. */
import type { AppointmentStatus, MethodKind, PaymentStatus, ProductUnit, Role } from '../api';
import { formatQuantity } from '../core/quantity';
import * as m from '../paraglide/messages.js';
import { locale } from './locale.svelte';

const statuses: Record<AppointmentStatus, () => string> = {
  booked: m.common_status_booked,
  confirmed: m.common_status_confirmed,
  arrived: m.common_status_arrived,
  in_progress: m.common_status_in_progress,
  completed: m.common_status_completed,
  cancelled: m.common_status_cancelled,
  no_show: m.common_status_no_show,
};
const payments: Record<PaymentStatus, () => string> = {
  unpaid: m.common_payment_unpaid,
  partial: m.common_payment_partial,
  paid: m.common_payment_paid,
};
const methods: Record<MethodKind, () => string> = {
  cash: m.common_method_cash,
  card: m.common_method_card,
  qr: m.common_method_qr,
  transfer: m.common_method_transfer,
  balance: m.common_method_balance,
  certificate: m.common_method_certificate,
  package: m.common_method_package,
  points: m.common_method_points,
};
const roles: Record<Role, () => string> = {
  owner: m.common_role_owner,
  manager: m.common_role_manager,
  receptionist: m.common_role_receptionist,
  master: m.common_role_master,
};
const units: Record<ProductUnit, () => string> = {
  piece: m.common_unit_piece,
  ml: m.common_unit_ml,
  g: m.common_unit_g,
};

function named(list: Record<string, () => string>, word: string): string {
  return list[word]?.() ?? word;
}

export const statusName = (status: string): string => named(statuses, status);
export const paymentName = (status: string): string => named(payments, status);
export const roleName = (role: string): string => named(roles, role);
/** A payment method's own name, or the name of its kind. */
export const methodName = (kind: string, name = ''): string => name || named(methods, kind);
/** What goods are counted in. */
export const unitName = (unit: string): string => named(units, unit);
/** So much of a product: `3 шт`. */
export const quantity = (thousandths: number, unit: string): string =>
  `${formatQuantity(thousandths, locale())}\u00a0${unitName(unit)}`;
