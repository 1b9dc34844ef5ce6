/** A refusal of the engine as a sentence that says what to do next. */
import { CallError, type ErrorCode } from '../api';
import { formatPercent } from '../core/money';
import { dayAndMonth, dayNumeric, formatMinutes } from '../core/time';
import * as m from '../paraglide/messages.js';
import { locale } from './locale.svelte';
import { operationName } from './operations';
import { money } from './salon.svelte';
import { roleName, statusName } from './words';

/** Why the parts of a finance operation do not fit together. */
const unfit: Record<string, () => string> = {
  category: m.error_bad_operation_category,
  nothing_for: m.error_bad_operation_nothing_for,
  place: m.error_bad_operation_place,
  drawer: m.error_bad_operation_drawer,
  day: m.error_bad_operation_day,
  twice: m.error_bad_operation_twice,
  finance: m.error_bad_operation_finance,
};

type Facts = Readonly<Record<string, string>>;

const fields: Record<string, () => string> = {
  name: m.error_field_name,
  first_name: m.error_field_first_name,
  last_name: m.error_field_last_name,
  middle_name: m.error_field_middle_name,
  phone: m.error_field_phone,
  phones: m.error_field_phone,
  email: m.error_field_email,
  birthday: m.error_field_birthday,
  allergy: m.error_field_allergy,
  note: m.error_field_note,
  source: m.error_field_source,
  tags: m.error_field_tags,
  discount_bp: m.error_field_discount,
  card_number: m.error_field_card_number,
  price_minor: m.error_field_price,
  duration_min: m.error_field_duration,
  category: m.error_field_category,
  services: m.error_field_services,
  lines: m.error_field_services,
  position: m.error_field_position,
  legal_name: m.error_field_legal_name,
  tax_id: m.error_field_tax_id,
  address: m.error_field_address,
  currency: m.error_field_currency,
  zone: m.error_field_zone,
  country: m.error_field_country,
  week: m.error_field_hours,
  opens_min: m.error_field_hours,
  closes_min: m.error_field_hours,
  reason: m.error_field_reason,
  amount_minor: m.error_field_amount,
  tendered_minor: m.error_field_amount,
  payments: m.error_field_payments,
  day: m.error_field_date,
  start_min: m.error_field_time,
  vat_bp: m.error_field_vat,
  tax_code: m.error_field_tax_code,
  url: m.error_field_url,
  receipt_footer: m.error_field_receipt_footer,
  receipt_header: m.error_field_receipt_header,
  quantity: m.error_field_quantity,
  barcode: m.error_field_barcode,
  code: m.error_field_code,
  sessions: m.error_field_sessions,
  valid_days: m.error_field_days,
  periods: m.error_field_months,
  recipient: m.error_field_recipient,
  wish: m.error_field_wish,
};

const things: Record<string, () => string> = {
  client: m.error_what_client,
  staff: m.error_what_staff,
  staff_member: m.error_what_staff,
  service: m.error_what_service,
  appointment: m.error_what_appointment,
  receipt: m.error_what_receipt,
  shift: m.error_what_shift,
  salon: m.error_what_salon,
  file: m.error_what_file,
  backup: m.error_what_file,
  import: m.error_what_file,
  operation: m.error_what_operation,
  method: m.error_what_method,
  payment_method: m.error_what_method,
  resource: m.error_what_resource,
  group_event: m.error_what_group_event,
  waitlist_entry: m.error_what_waitlist_entry,
  standing_order: m.error_what_standing_order,
  time_off: m.error_what_time_off,
  shift_pattern: m.error_what_shift_pattern,
  register: m.error_what_register,
  drawer: m.error_what_drawer,
  cash_category: m.error_what_cash_category,
  cash_movement: m.error_what_cash_movement,
  commission_rule: m.error_what_commission_rule,
  pay_run: m.error_what_pay_run,
  pay_slip: m.error_what_pay_run,
  staff_payment: m.error_what_staff_payment,
  print_job: m.error_what_print_job,
  certificate: m.error_what_certificate,
  product: m.error_what_product,
  package: m.error_what_package,
  package_offer: m.error_what_package,
  bill_item: m.error_what_bill_item,
  sale: m.error_what_sale,
};

/** The field's name as the form shows it. Facts may name a path: `lines.0.price_minor`. */
function field(name = ''): string {
  const last =
    name
      .split('.')
      .filter((part) => !/^\d*$/.test(part))
      .at(-1) ?? name;
  return fields[last]?.() ?? last;
}

function thing(name = ''): string {
  return things[name]?.() ?? name;
}

/** Facts carry minutes as a number or as a clock's text. */
function time(text = ''): string {
  return /^\d+$/.test(text) ? formatMinutes(Number(text)) : text;
}

function sum(text = '0'): string {
  return money(Number(text));
}

const sentences: Record<ErrorCode, (facts: Facts) => string> = {
  bad_input: ({ detail = '' }) => m.error_bad_input({ detail }),
  required: (f) => m.error_required({ field: field(f.field) }),
  too_long: (f) => m.error_too_long({ field: field(f.field), max: f.max ?? '' }),
  out_of_range: (f) => m.error_out_of_range({ field: field(f.field), min: f.min ?? '', max: f.max ?? '' }),
  bad_phone: ({ value = '' }) => m.error_bad_phone({ value }),
  bad_email: ({ value = '' }) => m.error_bad_email({ value }),
  not_found: (f) => m.error_not_found({ what: thing(f.what) }),
  not_signed_in: (f) => (f.token ? m.error_wrong_token() : m.error_not_signed_in()),
  not_permitted: (f) => m.error_not_permitted({ role: roleName(f.role ?? '') }),
  wrong_pin: ({ left = '' }) => m.error_wrong_pin({ left }),
  too_many_tries: ({ seconds = '' }) => m.error_too_many_tries({ seconds }),
  weak_pin: () => m.error_weak_pin(),
  wrong_recovery_code: () => m.error_wrong_recovery_code(),
  request_id_reused: () => m.error_request_id_reused(),
  staff_busy: (f) =>
    m.error_staff_busy({
      staff: f.staff ?? '',
      from: time(f.from),
      to: time(f.to),
      client: f.client || m.common_walk_in(),
    }),
  outside_hours: (f) =>
    f.from
      ? m.error_outside_hours({ staff: f.staff ?? '', from: time(f.from), to: time(f.to) })
      : m.error_day_off({ staff: f.staff ?? '' }),
  in_break: (f) => m.error_in_break({ staff: f.staff ?? '', from: time(f.from), to: time(f.to) }),
  resource_busy: (f) =>
    m.error_resource_busy({
      resource: f.resource ?? '',
      from: time(f.from),
      to: time(f.to),
      client: f.client || m.common_walk_in(),
    }),
  client_busy: (f) =>
    m.error_client_busy({ client: f.client ?? '', staff: f.staff ?? '', from: time(f.from), to: time(f.to) }),
  in_time_off: (f) => m.error_in_time_off({ staff: f.staff ?? '', from: time(f.from), to: time(f.to) }),
  skill_missing: (f) =>
    m.error_skill_missing({ staff: f.staff ?? '', service: f.resource ?? f.service ?? '' }),
  buffer_eaten: (f) => m.error_buffer_eaten({ staff: f.staff ?? '', from: time(f.from), to: time(f.to) }),
  slot_held: (f) => m.error_slot_held({ client: f.client ?? '', from: time(f.from), to: time(f.to) }),
  group_full: () => m.error_group_full(),
  no_such_time: (f) => m.error_no_such_time({ day: f.day ?? '', time: f.time ?? '' }),
  has_visits: (f) => m.error_has_visits({ count: f.count ?? '', day: f.first_day ?? '' }),
  bad_times: () => m.error_bad_times(),
  bad_status: (f) => m.error_bad_status({ from: statusName(f.from ?? ''), to: statusName(f.to ?? '') }),
  has_money: () => m.error_has_money(),
  period_paid: (f) => m.error_period_paid({ staff: f.staff ?? '', until: dayNumeric(f.until ?? '') }),
  pay_changed: (f) => m.error_pay_changed({ staff: f.staff ?? '' }),
  run_paid: () => m.error_run_paid(),
  pay_too_large: (f) => m.error_pay_too_large({ staff: f.staff ?? '', left: sum(f.left_minor) }),
  discount_over_limit: (f) => m.error_discount_over_limit({ limit: formatPercent(Number(f.limit_bp ?? 0)) }),
  not_whole: () => m.error_not_whole(),
  no_client: () => m.error_no_client(),
  credit_too_small: (f) => m.error_credit_too_small({ sum: sum(f.left_minor) }),
  credit_not_usable: () => m.error_credit_not_usable(),
  certificate_elsewhere: (f) =>
    m.error_certificate_elsewhere({ left: sum(f.left_minor), limit: sum(f.limit_minor) }),
  code_taken: (f) => m.error_code_taken({ code: f.code ?? '' }),
  prefix_taken: (f) => m.error_prefix_taken({ prefix: f.prefix ?? '' }),
  already_refunded: () => m.error_already_refunded(),
  refund_too_large: (f) => m.error_refund_too_large({ left: sum(f.left_minor) }),
  no_services: () => m.error_no_services(),
  over_remaining: (f) =>
    m.error_over_remaining({ asked: sum(f.asked_minor), remaining: sum(f.remaining_minor) }),
  not_positive: () => m.error_not_positive(),
  tendered_too_little: (f) =>
    m.error_tendered_too_little({ tendered: sum(f.tendered_minor), amount: sum(f.amount_minor) }),
  tendered_not_cash: () => m.error_tendered_not_cash(),
  no_shift: () => m.error_no_shift(),
  shift_open: ({ number = '' }) => m.error_shift_open({ number }),
  shift_closed: ({ number = '' }) => m.error_shift_closed({ number }),
  already_voided: ({ number = '' }) => m.error_already_voided({ number }),
  count_differs: (f) =>
    f.difference_minor
      ? m.error_count_differs({ difference: sum(f.difference_minor) })
      : m.error_count_differs_blind(),
  drawer_short: (f) =>
    f.drawer_minor
      ? m.error_drawer_short({ asked: sum(f.asked_minor), drawer: sum(f.drawer_minor) })
      : m.error_drawer_short_blind({ asked: sum(f.asked_minor) }),
  bad_operation: ({ why = '' }) => (unfit[why] ?? m.error_bad_operation)(),
  books_closed: () => m.error_books_closed(),
  file_not_a_statement: () => m.error_file_not_a_statement(),
  already_reversed: () => m.error_already_reversed(),
  reason_missing: () => m.error_reason_missing(),
  nothing_to_undo: () => m.error_nothing_to_undo(),
  cannot_undo: ({ why = '' }) => m.error_cannot_undo({ why: operationName(why, why) }),
  changed_since: ({ who = '', kind = '' }) => m.error_changed_since({ who, what: operationName(kind) }),
  still_used: (f) => m.error_still_used({ what: thing(f.what) }),
  too_many_rows: ({ max = '' }) => m.error_too_many_rows({ max }),
  file_empty: () => m.error_file_empty(),
  file_not_a_sheet: () => m.error_file_not_a_sheet(),
  file_damaged: () => m.error_file_damaged(),
  file_protected: () => m.error_file_protected(),
  file_no_rows: () => m.error_file_no_rows(),
  file_no_columns: () => m.error_file_no_columns(),
  file_too_large: (f) => m.error_file_too_large({ max: f.max_mb ?? '' }),
  no_printer: () => m.error_no_printer(),
  printer_unreachable: (f) => m.error_printer_unreachable({ where: f.where ?? '' }),
  printer_interrupted: (f) => m.error_printer_interrupted({ where: f.where ?? '' }),
  printer_timeout: (f) => m.error_printer_timeout({ where: f.where ?? '' }),
  no_drawer: () => m.error_no_drawer(),
  not_a_picture: () => m.error_not_a_picture(),
  print_failed: ({ detail = '' }) => m.error_print_failed({ detail }),
  missing_glyph: ({ letter = '' }) => m.error_missing_glyph({ letter }),
  damaged: ({ file = '' }) => m.error_damaged({ file }),
  wrong_key: ({ file = '' }) => m.error_wrong_key({ file }),
  already_running: () => m.error_already_running(),
  unsafe_folder: ({ file = '' }) => m.error_unsafe_folder({ file }),
  too_new: ({ version = '' }) => m.error_too_new({ version }),
  disk_full: () => m.error_disk_full(),
  clock_back: () => m.error_clock_back(),
  not_in_practice: () => m.error_not_in_practice(),
  internal: ({ detail = '' }) => m.error_internal({ detail }),
};

/** What to say about an error, in the user's language. */
export function sentence(error: unknown): string {
  if (!(error instanceof CallError)) return m.error_unreachable();
  const said = (sentences[error.code] ?? sentences.internal)(error.facts);
  // Of a series: which of its visits.
  const { visit_day } = error.facts;
  return visit_day ? m.error_on_day({ day: dayAndMonth(visit_day, locale()), said }) : said;
}

/** The form field that the error is about, e.g. `price_minor`; empty where it is about none. */
export function errorField(error: unknown): string {
  if (!(error instanceof CallError)) return '';
  if (error.code === 'bad_phone') return 'phones';
  if (error.code === 'bad_email') return 'email';
  return error.facts.field ?? '';
}
