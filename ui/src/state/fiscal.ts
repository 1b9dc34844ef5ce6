/** Words of taxes and fiscal documents. */
import type {
  FiscalDeviceKind,
  FiscalFault,
  FiscalGauge,
  FiscalKind,
  FiscalLimit,
  FiscalState,
  SimulatedFault,
  TaxRate,
  TaxSystem,
} from '../api';
import { formatPercent } from '../core/money';
import * as m from '../paraglide/messages.js';
import { locale } from './locale.svelte';

type Words<T extends string> = Record<T, () => string>;

const devices: Words<FiscalDeviceKind> = {
  none: m.fiscal_device_none,
  simulator: m.fiscal_device_simulator,
  atol: m.fiscal_device_atol,
};
const systems: Words<TaxSystem> = {
  osn: m.fiscal_system_osn,
  usn_income: m.fiscal_system_usn_income,
  usn_income_outcome: m.fiscal_system_usn_income_outcome,
  esn: m.fiscal_system_esn,
  patent: m.fiscal_system_patent,
};
const states: Words<FiscalState> = {
  queued: m.fiscal_state_queued,
  sent: m.fiscal_state_sent,
  accepted: m.fiscal_state_accepted,
  failed: m.fiscal_state_failed,
  unknown: m.fiscal_state_unknown,
};
const kinds: Words<FiscalKind> = {
  sale: m.fiscal_kind_sale,
  refund: m.fiscal_kind_refund,
  correction: m.fiscal_kind_correction,
  close_shift: m.fiscal_kind_close_shift,
};
const faults: Words<FiscalFault> = {
  unreachable: m.fiscal_fault_unreachable,
  no_answer: m.fiscal_fault_no_answer,
  busy: m.fiscal_fault_busy,
  paper_out: m.fiscal_fault_paper_out,
  clock_wrong: m.fiscal_fault_clock_wrong,
  shift_too_long: m.fiscal_fault_shift_too_long,
  shift_closed: m.fiscal_fault_shift_closed,
  refused: m.fiscal_fault_refused,
  not_understood: m.fiscal_fault_not_understood,
  restored: m.fiscal_fault_restored,
};
const simulated: Words<SimulatedFault> = {
  none: m.fiscal_simulated_none,
  answer_lost: m.fiscal_simulated_answer_lost,
  busy: m.fiscal_simulated_busy,
  paper_out: m.fiscal_simulated_paper_out,
  clock_wrong: m.fiscal_simulated_clock_wrong,
  shift_too_long: m.fiscal_simulated_shift_too_long,
  unreachable: m.fiscal_simulated_unreachable,
};
const limits: Words<FiscalLimit> = {
  unsent: m.fiscal_limit_unsent,
  shift: m.fiscal_limit_shift,
  offline_in_a_row: m.fiscal_limit_offline_in_a_row,
  offline_in_a_month: m.fiscal_limit_offline_in_a_month,
  numbers: m.fiscal_limit_numbers,
};

export const deviceName = (device: FiscalDeviceKind): string => devices[device]();
export const systemName = (system: TaxSystem): string => systems[system]();
export const stateName = (state: FiscalState): string => states[state]();
export const kindName = (kind: FiscalKind): string => kinds[kind]();
export const faultSentence = (fault: FiscalFault): string => faults[fault]();
export const simulatedName = (fault: SimulatedFault): string => simulated[fault]();
export const limitName = (limit: FiscalLimit): string => limits[limit]();

/** Everything to choose from, in order. */
export const deviceKinds = Object.keys(devices) as FiscalDeviceKind[];
export const taxSystems = Object.keys(systems) as TaxSystem[];
export const simulatedFaults = Object.keys(simulated) as SimulatedFault[];

/** A tax as people choose it: its rate of today. */
export function taxName(tax: TaxRate): string {
  if (tax.code === 'none') return m.fiscal_tax_none();
  const rate = formatPercent(tax.rate_bp, locale());
  return tax.code === 'custom' ? m.fiscal_tax_own({ rate }) : rate;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How much of a limit is used: `5 of 24 h`. */
export function usedText(gauge: FiscalGauge): string {
  const { used, whole, limit } = gauge;
  if (limit === 'numbers') return m.fiscal_numbers({ used, whole });
  if (whole > 7 * DAY) return m.fiscal_days({ used: Math.floor(used / DAY), whole: Math.round(whole / DAY) });
  return m.fiscal_hours({ used: Math.floor(used / HOUR), whole: Math.round(whole / HOUR) });
}
