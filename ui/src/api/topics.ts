/** What makes an answer stale. The topics are those of the engine's `stale` events. */
import type { CommandName, QueryName } from './client';
import type { Commands } from './generated/wire';

/** What the engine answers from the salon's tables; the rest is asked of this device. */
type ReadName = { [K in CommandName]: Commands[K]['kind'] extends 'query' ? K : never }[CommandName];

export type Topic =
  | 'clients'
  | 'staff'
  | 'services'
  | 'salon'
  | 'appointments'
  /** Shift patterns, single days, time off. */
  | 'schedule'
  /** Wishes, offers, standing orders. */
  | 'waitlist'
  | 'money'
  /** This register's fiscal device and its queue. */
  | 'fiscal'
  /** Commissions, pay runs, what was paid to staff. */
  | 'payroll'
  /** Goods, what lies on the shelf, packages on offer. */
  | 'products'
  | 'history'
  /** This device: stage, who can sign in, practice. */
  | 'app'
  /** Backups, printers: asked anew by whoever changed them. */
  | 'host'
  /** Prints of this device that wait or failed. */
  | 'printing';

type Topics = Record<ReadName, readonly Topic[]> & Partial<Record<QueryName, readonly Topic[]>>;

const topics = {
  get_client: ['clients', 'appointments', 'money'],
  search_clients: ['clients', 'appointments', 'money'],
  list_clients: ['clients', 'appointments', 'money'],
  list_staff: ['staff'],
  list_services: ['services'],
  list_staff_offers: ['staff', 'services'],
  suggest_line: ['clients', 'staff', 'services', 'appointments'],
  list_resources: ['services'],
  get_calendar_rules: ['salon'],
  get_schedule: ['schedule', 'staff', 'appointments', 'salon'],
  get_starter_services: [],
  get_salon: ['salon'],
  list_countries: [],
  get_appointment: ['appointments', 'money', 'clients', 'staff', 'services'],
  get_day: ['appointments', 'money', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  get_days: ['appointments', 'money', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  get_month: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule'],
  find_slots: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  check_booking: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  parse_booking: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  preview_series: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  plan_absence: ['appointments', 'clients', 'staff', 'services', 'salon', 'schedule', 'waitlist'],
  list_appointments: ['appointments', 'money', 'clients', 'staff', 'services'],
  list_at_risk: ['appointments', 'clients', 'staff', 'services'],
  list_waitlist: ['waitlist', 'clients', 'staff', 'services', 'appointments'],
  match_waitlist: ['waitlist', 'clients', 'staff', 'services', 'salon', 'appointments', 'schedule'],
  list_standing_orders: ['waitlist', 'appointments', 'clients', 'staff', 'services', 'salon', 'schedule'],
  get_checkout: ['appointments', 'money', 'clients', 'staff', 'services', 'products'],
  list_products: ['products'],
  list_stock_movements: ['products'],
  list_package_offers: ['products'],
  find_certificate: ['money', 'salon'],
  list_certificates: ['money', 'clients', 'salon'],
  get_client_credits: ['money', 'appointments', 'salon'],
  // Who may see what must lie in the drawer is a rule of the salon.
  get_shift: ['money', 'salon'],
  list_shifts: ['money', 'salon'],
  get_shift_report: ['money', 'salon', 'staff', 'appointments'],
  get_close_checklist: ['money', 'appointments', 'printing'],
  list_cash_categories: ['money'],
  list_registers: ['money', 'salon'],
  get_till_rules: ['salon'],
  list_taxes: ['salon'],
  get_fiscal_status: ['fiscal', 'money', 'salon'],
  list_fiscal_documents: ['fiscal', 'money'],
  get_receipt_template: ['salon'],
  get_receipt: ['money', 'fiscal'],
  get_deposit: ['appointments', 'money', 'clients', 'staff', 'services', 'salon'],
  list_deposits: ['appointments', 'money', 'clients', 'staff', 'services'],
  get_refundable: ['money', 'products'],
  list_receipts: ['money'],
  list_discounts: ['appointments', 'money', 'clients', 'staff', 'services', 'products'],
  list_price_changes: ['appointments', 'clients', 'staff', 'services', 'products'],
  get_discount_effect: ['appointments', 'clients', 'staff', 'services'],
  list_counterparties: ['money'],
  list_money_places: ['money', 'salon'],
  list_method_terms: ['money', 'salon'],
  list_operations: ['money', 'salon', 'staff', 'clients'],
  list_opening_balances: ['money', 'salon', 'clients'],
  get_profit_and_loss: ['money', 'services', 'salon'],
  get_cash_flow: ['money', 'salon'],
  get_balance: ['money', 'salon', 'staff', 'clients'],
  list_entries: ['money', 'clients', 'staff', 'services'],
  match_statement: ['money', 'salon'],
  list_statements: ['money'],
  get_pay_rules: ['payroll', 'staff', 'services'],
  get_earnings: ['payroll', 'money', 'staff', 'services', 'clients'],
  list_earnings: ['payroll', 'money', 'staff'],
  list_assistants: ['payroll', 'appointments'],
  preview_pay_run: ['payroll', 'money', 'staff', 'schedule'],
  list_pay_runs: ['payroll'],
  get_pay_run: ['payroll', 'money', 'staff'],
  what_if_commissions: ['payroll', 'money', 'staff', 'services'],
  list_undo: ['history'],
  list_history: ['history'],
  get_app_state: ['app', 'salon', 'staff'],
  list_printers: ['host'],
  list_backups: ['host'],
  preview_receipt: ['money', 'salon', 'printing', 'fiscal'],
  preview_certificate: ['money', 'salon'],
  preview_shift_report: ['money', 'salon', 'printing'],
  preview_receipt_template: ['salon'],
  list_print_jobs: ['printing', 'money'],
  get_import_progress: ['host'],
} satisfies Topics;

export const topicsOf: Partial<Record<QueryName, readonly Topic[]>> = topics;
