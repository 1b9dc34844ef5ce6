/** The closed lists of the waitlist in the user's language, and whole phrases made of them. */
import type { MatchReason, PartOfDay, RiskFactor, SlotReason, Tier, WaitlistFields } from '../../api';
import { dayAndMonth, dayLabel, weekdayName, weekdayOf } from '../../core/time';
import type { Tone } from '../../kit';
import * as m from '../../paraglide/messages.js';
import { locale, today } from '../../state';

const tiers: Record<Tier, () => string> = {
  bronze: m.waitlist_tier_bronze,
  silver: m.waitlist_tier_silver,
  gold: m.waitlist_tier_gold,
  platinum: m.waitlist_tier_platinum,
};
const parts: Record<PartOfDay, () => string> = {
  any: m.waitlist_part_any,
  morning: m.waitlist_part_morning,
  afternoon: m.waitlist_part_afternoon,
  evening: m.waitlist_part_evening,
};
const matches: Record<MatchReason, () => string> = {
  tier: m.waitlist_match_tier,
  asked_staff: m.waitlist_match_asked_staff,
  usual_time: m.waitlist_match_usual_time,
  waits_longest: m.waitlist_match_waits_longest,
};
const slots: Record<SlotReason, () => string> = {
  usual_time: m.waitlist_slot_usual_time,
  usual_staff: m.waitlist_slot_usual_staff,
  fills_gap: m.waitlist_slot_fills_gap,
  no_hole: m.waitlist_slot_no_hole,
  soonest: m.waitlist_slot_soonest,
};
const factors: Record<RiskFactor, () => string> = {
  new_client: m.waitlist_risk_new_client,
  recent_no_show: m.waitlist_risk_recent_no_show,
  not_confirmed: m.waitlist_risk_not_confirmed,
  booked_ahead: m.waitlist_risk_booked_ahead,
  bad_weather: m.waitlist_risk_bad_weather,
  friday_evening: m.waitlist_risk_friday_evening,
};

export const tierName = (tier: Tier): string => tiers[tier]();
export const partName = (part: PartOfDay): string => parts[part]();
export const matchName = (reason: MatchReason): string => matches[reason]();
export const slotName = (reason: SlotReason): string => slots[reason]();
export const factorName = (factor: RiskFactor): string => factors[factor]();
export const partNames = (): { value: PartOfDay; label: string }[] =>
  (Object.keys(parts) as PartOfDay[]).map((value) => ({ value, label: partName(value) }));

/** `сегодня`, `завтра` or `Сб, 21 ноября`. */
export function dayWord(day: string): string {
  return day === today().day ? m.common_today() : dayLabel(day, locale());
}

/** `сегодня` or `Пн, 23 нояб`: where there is little room. */
export function dayShort(day: string): string {
  const date = dayAndMonth(day, locale(), { short: true });
  return day === today().day ? m.common_today() : `${weekdayName(weekdayOf(day), locale())}, ${date}`;
}

/** Which dates suit: `с 21 ноября по 24 ноября`, or any. */
export function wishDates({ from_day, to_day }: WaitlistFields): string {
  const short = (day: string) => dayAndMonth(day, locale(), { short: true });
  if (from_day && from_day === to_day) return dayWord(from_day);
  if (from_day && to_day) return `${short(from_day)} – ${short(to_day)}`;
  if (from_day) return m.waitlist_from_day({ day: short(from_day) });
  return to_day ? m.waitlist_to_day({ day: short(to_day) }) : m.waitlist_any_day();
}

/** The whole wish in a line: dates, part of the day, with whom. */
export function wishPhrase(entry: WaitlistFields, staff: string): string {
  const part = entry.part === 'any' ? '' : partName(entry.part).toLocaleLowerCase();
  const said = wishDates(entry);
  // English writes weekdays and months large.
  const dates = locale() === 'en' && said !== m.waitlist_any_day() ? said : said.toLocaleLowerCase();
  return [dates, part, staff || m.waitlist_anyone().toLocaleLowerCase()].filter(Boolean).join(' · ');
}

/** How loud a risk is shown. */
export function riskTone(percent: number): Tone {
  return percent >= 60 ? 'bad' : percent >= 30 ? 'warn' : 'neutral';
}
