/** Finance in the user's words: places, accounts, lines of reports, events. */
import type {
  AccountClass,
  FinanceKind,
  FlowKind,
  FlowRow,
  LineAct,
  LineReason,
  MethodKind,
  PlaceKind,
  PlaceRef,
  PnlRow,
  StatementProblemKind,
} from '../../api';
import * as m from '../../paraglide/messages.js';
import { methodName } from '../../state';

interface Named {
  place: PlaceRef;
  name: string;
  method_kind: MethodKind | null;
}

const payWay = (kind: MethodKind | null, name: string) => name || (kind ? methodName(kind) : '');
const way = (kind: MethodKind | null, name: string) =>
  m.finance_place_card_clearing({ method: payWay(kind, name) });

/** A place of money as the screens call it. */
export function placeName(one: Named): string {
  const names: Record<PlaceKind, () => string> = {
    drawer: () => `${m.finance_place_drawer()} ${one.name}`,
    bank_account: () => one.name || m.finance_place_bank_account(),
    card_clearing: () => way(one.method_kind, one.name),
    bank: () => way(one.method_kind, one.name),
    bank_cash: () => m.finance_place_bank_cash(),
  };
  return names[one.place.kind]();
}

/** The same under a heading that already says that the money is on its way. */
export const nameOnTheWay = (one: Named): string =>
  one.place.kind === 'bank_cash' ? placeName(one) : payWay(one.method_kind, one.name);

/** One text for a place, for lists of choices. */
export const placeKey = (place: PlaceRef): string => `${place.kind}:${place.owner}`;

/** The place of such a text. */
export function placeOf(key: string): PlaceRef {
  const [kind = 'bank_account', owner = ''] = key.split(':');
  return { kind: kind as PlaceKind, owner };
}

const kinds: Record<FinanceKind, () => string> = {
  income: m.finance_new_income,
  expense: m.finance_new_expense,
  transfer: m.finance_new_transfer,
};
export const kindName = (kind: FinanceKind): string => kinds[kind]();

/** A line of profit and loss. */
export function pnlName(row: PnlRow): string {
  switch (row.line) {
    case 'services':
      return row.name || m.finance_pnl_no_category();
    case 'discounts':
      return m.finance_pnl_discounts();
    case 'points':
      return m.finance_pnl_points();
    case 'packages':
      return m.finance_pnl_packages();
    case 'vat':
      return m.finance_pnl_vat();
    case 'unexplained':
      return m.finance_pnl_unexplained();
    case 'products':
      return m.finance_pnl_products();
    case 'forfeited':
      return m.finance_pnl_forfeited();
    case 'cost_of_goods':
      return m.finance_pnl_cost_of_goods();
    case 'stock_losses':
      return m.finance_pnl_stock_losses();
    case 'commissions':
      return m.finance_pnl_commissions();
    case 'wages':
      return m.finance_pnl_wages();
    case 'fees':
      return `${m.finance_pnl_fees()}: ${row.name || (row.method_kind ? methodName(row.method_kind) : '')}`;
    case 'over_short':
      return m.finance_pnl_over_short();
    case 'other_cost':
      return row.name || m.finance_pnl_other_cost();
    case 'other_income':
      return row.name || m.finance_pnl_other_income();
    default:
      return row.name || m.finance_pnl_expenses();
  }
}

const flows: Record<FlowKind, () => string> = {
  client_payments: m.finance_flow_client_payments,
  returned: m.finance_flow_returned,
  tips: m.finance_flow_tips,
  wages: m.finance_flow_wages,
  other_income: m.finance_pnl_other_income,
  expenses: m.finance_pnl_expenses,
  suppliers: m.finance_flow_suppliers,
  owner: m.finance_flow_owner,
  fees: m.finance_pnl_fees,
  over_short: m.finance_pnl_over_short,
  client_debts: m.finance_flow_client_debts,
  opening: m.finance_flow_opening,
  other: m.finance_flow_other,
};
export const flowName = (row: FlowRow): string =>
  row.kind === 'fees' ? flows.fees() : row.name || flows[row.kind]();

const classes: Record<AccountClass, () => string> = {
  asset: m.finance_class_asset,
  liability: m.finance_class_liability,
  equity: m.finance_class_equity,
  income: m.finance_class_income,
  expense: m.finance_class_expense,
};
export const className = (one: AccountClass): string => classes[one]();

const accounts: Record<string, () => string> = {
  drawer: m.finance_account_drawer,
  bank_account: m.finance_place_bank_account,
  card_clearing: m.finance_account_card_clearing,
  bank: m.finance_account_bank,
  bank_cash: m.finance_place_bank_cash,
  visit_prepaid: m.finance_account_visit_prepaid,
  client_receivable: m.finance_account_client_receivable,
  service_revenue: m.finance_account_service_revenue,
  vat_payable: m.finance_account_vat_payable,
  owner: m.finance_account_owner,
  expense: m.finance_pnl_expenses,
  other_income: m.finance_pnl_other_income,
  cash_over_short: m.finance_pnl_over_short,
  tips_due: m.finance_account_tips_due,
  acquiring_fees: m.finance_pnl_fees,
  client_debt: m.finance_account_client_debt,
  client_balance: m.finance_account_client_balance,
  opening_balance: m.finance_flow_opening,
  product_revenue: m.finance_pnl_products,
  stock: m.finance_account_stock,
  cost_of_goods: m.finance_pnl_cost_of_goods,
  stock_losses: m.finance_pnl_stock_losses,
  suppliers_payable: m.finance_account_suppliers_payable,
  certificates_outstanding: m.finance_account_certificates_outstanding,
  packages_outstanding: m.finance_account_packages_outstanding,
  points_redeemed: m.finance_pnl_points,
  package_discount: m.finance_pnl_packages,
  forfeited: m.finance_pnl_forfeited,
  commission_expense: m.finance_pnl_commissions,
  wages_expense: m.finance_pnl_wages,
  wages_payable: m.finance_account_wages_payable,
};

/** An account of the ledger, and whose it is. */
export function accountName(account: string, name = '', kind: MethodKind | null = null): string {
  const whose = name || (kind ? methodName(kind) : '');
  const own = (accounts[account] ?? (() => account))();
  return whose ? `${own}: ${whose}` : own;
}

const events: Record<string, () => string> = {
  sale: m.finance_event_sale,
  payment: m.finance_event_payment,
  void: m.finance_event_void,
  refund: m.finance_event_refund,
  prepayment_returned: m.finance_event_prepayment_returned,
  completion: m.finance_event_completion,
  completion_reversed: m.finance_event_completion_reversed,
  settlement: m.finance_event_settlement,
  cash_in: m.finance_event_cash_in,
  cash_out: m.finance_event_cash_out,
  cash_transfer: m.finance_event_cash_transfer,
  cash_reversed: m.finance_event_cash_reversed,
  opening_float: m.finance_event_opening_float,
  cash_difference: m.finance_event_cash_difference,
  money_in: m.finance_event_money_in,
  money_out: m.finance_event_money_out,
  money_transfer: m.finance_event_money_transfer,
  money_reversed: m.finance_event_money_reversed,
  acquiring_fee: m.finance_event_acquiring_fee,
  acquiring_fee_returned: m.finance_event_acquiring_fee_returned,
  opening_balance: m.finance_event_opening_balance,
  opening_balance_reversed: m.finance_event_opening_balance_reversed,
  goods_sold: m.finance_event_goods_sold,
  goods_received: m.finance_event_goods_received,
  goods_lost: m.finance_event_goods_lost,
  promise_ended: m.finance_event_promise_ended,
  deposit_kept: m.finance_event_deposit_kept,
  commission: m.finance_event_commission,
  pay_run: m.finance_event_pay_run,
  pay_run_cancelled: m.finance_event_pay_run_cancelled,
  wages_paid: m.finance_event_wages_paid,
  advance_paid: m.finance_event_advance_paid,
  tips_paid: m.finance_event_tips_paid,
  staff_payment_reversed: m.finance_event_staff_payment_reversed,
};
export const eventName = (event: string): string => (events[event] ?? (() => event))();

const acts: Record<LineAct, () => string> = {
  record: m.finance_act_record,
  transfer: m.finance_act_transfer,
  match: m.finance_act_match,
  skip: m.finance_act_skip,
};
export const actName = (act: LineAct): string => acts[act]();

const reasons: Record<LineReason, () => string> = {
  duplicate: m.finance_why_duplicate,
  same_operation: m.finance_why_same_operation,
  settlement: m.finance_why_settlement,
  counterparty: m.finance_why_counterparty,
  unknown: m.finance_why_unknown,
};
export const reasonName = (reason: LineReason): string => reasons[reason]();

const problems: Record<StatementProblemKind, () => string> = {
  bad_date: m.finance_problem_bad_date,
  bad_amount: m.finance_problem_bad_amount,
  bad_direction: m.finance_problem_bad_direction,
  other_currency: m.finance_problem_other_currency,
  cut_off: m.finance_problem_cut_off,
};
export const problemName = (kind: StatementProblemKind): string => problems[kind]();
