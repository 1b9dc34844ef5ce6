/** Names of columns and things, and values, in the user's language. */
import type { Service, StaffMember } from '../../api';
import { formatPercent } from '../../core/money';
import { dayNumeric, formatMinutes, weekdayName } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { isLocale, languageNames, locale, moment, money, roleName, statusName } from '../../state';
import { listOf, type Sort } from './values';

const columns: Record<string, () => string> = {
  retired: m.history_column_retired,
  name: m.history_column_name,
  note: m.history_column_note,
  phone: m.history_column_phone,
  source: m.history_column_source,
  email: m.history_column_email,
  day: m.history_column_day,
  business_day: m.history_column_business_day,
  start: m.history_column_start,
  end: m.history_column_end,
  duration: m.history_column_duration,
  price: m.history_column_price,
  list_price: m.history_column_list_price,
  sum: m.history_column_sum,
  drawer: m.history_column_drawer,
  vat: m.history_column_vat,
  discount: m.history_column_discount,
  client: m.history_column_client,
  staff: m.history_column_staff,
  service: m.history_column_service,
  number: m.history_column_number,
  reason: m.history_column_reason,
  status: m.history_column_status,
  overridden: m.history_column_overridden,
  first_name: m.history_column_first_name,
  last_name: m.history_column_last_name,
  middle_name: m.history_column_middle_name,
  birthday: m.history_column_birthday,
  gender: m.history_column_gender,
  allergy: m.history_column_allergy,
  tags: m.history_column_tags,
  card_number: m.history_column_card_number,
  data_consent: m.history_column_data_consent,
  marketing_consent: m.history_column_marketing_consent,
  role: m.history_column_role,
  in_calendar: m.history_column_in_calendar,
  services: m.history_column_services,
  weekday: m.history_column_weekday,
  working: m.history_column_working,
  break_start: m.history_column_break_start,
  break_end: m.history_column_break_end,
  position: m.history_column_position,
  legal_name: m.history_column_legal_name,
  tax_id: m.history_column_tax_id,
  address: m.history_column_address,
  country: m.history_column_country,
  currency: m.history_column_currency,
  zone: m.history_column_zone,
  language: m.history_column_language,
  opens: m.history_column_opens,
  closes: m.history_column_closes,
  day_ends: m.history_column_day_ends,
  receipt_footer: m.history_column_receipt_footer,
};

const things: Record<string, () => string> = {
  client: m.history_thing_client,
  client_phone: m.history_thing_client_phone,
  appointment: m.history_thing_appointment,
  appointment_service: m.history_thing_appointment_service,
  staff_member: m.history_thing_staff_member,
  work_hours: m.history_thing_work_hours,
  service: m.history_thing_service,
  service_category: m.history_thing_service_category,
  salon: m.history_thing_salon,
  register: m.history_thing_register,
  payment_method: m.history_thing_payment_method,
  shift: m.history_thing_shift,
  shift_close: m.history_thing_shift_close,
  commission_rule: m.history_thing_commission_rule,
  pay_rate: m.history_thing_pay_rate,
  assistant: m.history_thing_assistant,
  commission: m.history_thing_commission,
  pay_run: m.history_thing_pay_run,
  pay_slip: m.history_thing_pay_slip,
  pay_run_cancel: m.history_thing_pay_run_cancel,
  staff_payment: m.history_thing_staff_payment,
  receipt: m.history_thing_receipt,
  payment: m.history_thing_payment,
  sale_line: m.history_thing_sale_line,
  product: m.history_thing_product,
  bill_item: m.history_thing_bill_item,
  package_offer: m.history_thing_package_offer,
  package: m.history_thing_package,
  package_term: m.history_thing_package_term,
  stock_movement: m.history_thing_stock_movement,
  certificate: m.history_thing_certificate,
};

export function columnName(name: string): string {
  return columns[name]?.() ?? name;
}

export function thingName(table: string): string {
  return things[table]?.() ?? m.history_thing_other();
}

/** Names that stand behind ids. */
export interface Names {
  staff: readonly StaffMember[];
  services: readonly Service[];
  /** A client's name, where it is known by now. */
  client: (id: string) => string | undefined;
}

/** A value as text; `null` where there was nothing. */
export function valueText(sort: Sort, value: string | null, names: Names): string | null {
  if (value === null || value === '') return null;
  const staff = (id: string) => names.staff.find((one) => one.staff_id === id)?.staff.name;
  const service = (id: string) => names.services.find((one) => one.service_id === id)?.service.name;
  switch (sort) {
    case 'day':
      return dayNumeric(value);
    case 'birthday':
      return value.startsWith('1904') ? dayNumeric(value).slice(0, 5) : dayNumeric(value);
    case 'minutes':
      return formatMinutes(Number(value));
    case 'length':
      return m.common_minutes_short({ count: value });
    case 'money':
      return money(Number(value));
    case 'percent':
      return formatPercent(Number(value), locale());
    case 'yes_no':
      return value === '1' || value === 'true' ? m.common_yes() : m.common_no();
    case 'moment':
      return moment(Number(value));
    case 'list':
      return listOf(value).join(', ') || null;
    case 'services':
      return (
        listOf(value)
          .map((id) => service(id) ?? m.history_unknown())
          .join(', ') || m.history_all_services()
      );
    case 'status':
      return statusName(value);
    case 'role':
      return roleName(value);
    case 'gender':
      return value === 'female' ? m.history_female() : m.history_male();
    case 'weekday':
      return weekdayName(Number(value), locale(), true);
    case 'language':
      return isLocale(value) ? languageNames[value] : value;
    case 'client':
      return names.client(value) ?? m.history_unknown();
    case 'staff':
      return staff(value) ?? m.history_unknown();
    case 'service':
      return service(value) ?? m.history_unknown();
    default:
      return value;
  }
}
