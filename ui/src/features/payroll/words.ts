/** Payroll in the user's language: formulas, lines of a slip, rules. */
import type { CommissionRuleFields, EarningLine, PayRateKind, PaySlipLine } from '../../api';
import { formatNumber, formatPercent } from '../../core/money';
import { formatQuantity } from '../../core/quantity';
import { dayNumeric, monthLabel } from '../../core/time';
import * as m from '../../paraglide/messages.js';
import { amount, locale, money, roleName } from '../../state';
import { type Speech, spelled } from './formula';

const percent = (basisPoints: number) => formatPercent(basisPoints, locale());

/** How a sum of commission came to be. */
export function formulaText(line: EarningLine): string {
  const say: Speech = {
    sum: amount,
    percent,
    discount: m.payroll_f_discount(),
    materials: m.payroll_f_materials(),
    fixed: m.payroll_f_fixed(),
    share: m.payroll_f_share(),
    undone: line.formula.quantity === null ? m.payroll_f_undone() : m.payroll_f_undone_goods(),
    onTop: m.payroll_f_on_top(),
    count: (quantity) => formatQuantity(quantity, locale()),
    left: (left, sold) => m.payroll_f_left({ left, sold }),
    instead: (now, was) => m.payroll_f_instead({ now, was }),
    month: (base, share) => `${m.payroll_f_month()} ${base} × ${share}`,
  };
  return spelled(line, say);
}

/** Hours and minutes: 90 → '1:30'. */
export function hours(minutes: number): string {
  return `${formatNumber(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}

const slipNames: Record<string, () => string> = {
  commission: m.payroll_line_commission,
  late: m.payroll_line_late,
  tier: m.payroll_line_tier,
  hourly: m.payroll_line_hourly,
  daily: m.payroll_line_daily,
  monthly: m.payroll_line_monthly,
  bonus: m.payroll_line_bonus,
  deduction: m.payroll_line_deduction,
  tips: m.payroll_line_tips,
  advance: m.payroll_line_advance,
  carried: m.payroll_line_carried,
};

/** What a line of a slip is for. */
export function slipLineName(line: PaySlipLine): string {
  return slipNames[line.kind]?.() ?? line.kind;
}

/** How a line of a slip came to be, or what was written with it. */
export function slipLineNote(line: PaySlipLine): string {
  switch (line.kind) {
    case 'commission':
      return m.payroll_note_commission({ count: formatNumber(line.count), base: money(line.rate_minor) });
    case 'tier':
      return m.payroll_note_tier({
        month: line.day ? monthLabel(line.day, locale()) : '',
        base: money(line.rate_minor),
        percent: percent(line.count),
      });
    case 'hourly':
      return `${hours(line.count)} × ${money(line.rate_minor)}`;
    case 'daily':
      return `${formatNumber(line.count)} × ${money(line.rate_minor)}`;
    case 'monthly':
      return m.payroll_note_monthly({
        rate: money(line.rate_minor),
        days: formatNumber(line.count),
        of: formatNumber(line.of_count),
      });
    case 'advance':
      return [line.day ? dayNumeric(line.day) : '', line.note].filter(Boolean).join(' · ');
    default:
      return line.note;
  }
}

/** What somebody's time is paid by. */
export function rateName(kind: PayRateKind): string {
  return { hourly: m.payroll_rate_hourly, daily: m.payroll_rate_daily, monthly: m.payroll_rate_monthly }[
    kind
  ]();
}

/** How much a rule pays: '40 %', '500 ₸ a service', '30 % · from 10 000: 40 %'. */
export function rulePay(rule: CommissionRuleFields): string {
  if (rule.kind === 'percent') return percent(rule.rate_bp);
  if (rule.kind === 'fixed') {
    const sum = money(rule.fixed_minor);
    return rule.goods ? m.payroll_rule_fixed_goods({ sum }) : m.payroll_rule_fixed({ sum });
  }
  return rule.tiers
    .map((tier) =>
      tier.from_minor
        ? `${m.payroll_from_sum({ sum: money(tier.from_minor) })} ${percent(tier.rate_bp)}`
        : percent(tier.rate_bp),
    )
    .join(' · ');
}

/** For whom and for what a rule is. */
export function ruleTarget(one: {
  rule: CommissionRuleFields;
  staff: string;
  service: string;
  category: string;
}): {
  whom: string;
  what: string;
} {
  return {
    whom: one.staff || (one.rule.role ? roleName(one.rule.role) : m.payroll_everyone()),
    what: one.service || one.category || (one.rule.goods ? m.payroll_all_goods() : m.payroll_all_services()),
  };
}
