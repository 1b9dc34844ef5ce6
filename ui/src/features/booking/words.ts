/** Why a time is proposed, and what stands in the way of one, in words. */
import type { Conflict, ConflictKind, Slot, SlotReason } from '../../api';
import {
  dayAndMonth,
  daysBetween,
  formatMinutes,
  formatRange,
  weekdayName,
  weekdayOf,
} from '../../core/time';
import * as m from '../../paraglide/messages.js';

/** `14:00` on the day itself, `Сб 14:00` within a week of it, `28 ноя 14:00` later. */
export function slotTime(slot: { day: string; start_min: number }, day: string, locale: string): string {
  const time = formatMinutes(slot.start_min);
  if (slot.day === day) return time;
  const away = daysBetween(day, slot.day);
  const date =
    away > 0 && away < 7
      ? weekdayName(weekdayOf(slot.day), locale)
      : dayAndMonth(slot.day, locale, { short: true });
  return `${date} ${time}`;
}

const reasons: Record<SlotReason, (slot: Slot, locale: string) => string> = {
  usual_time: (slot, locale) =>
    m.booking_why_usual_time({
      when: `${weekdayName(weekdayOf(slot.day), locale)} ${formatMinutes(slot.start_min)}`,
    }),
  usual_staff: () => m.booking_why_usual_staff(),
  fills_gap: (slot) => m.booking_why_fills_gap({ time: formatRange(slot.gap_from_min, slot.gap_to_min) }),
  no_hole: () => m.booking_why_no_hole(),
  soonest: () => m.booking_why_soonest(),
};

/** Why this time is proposed, best reason first. */
export function reasonsOf(slot: Slot, locale: string): string {
  return slot.reasons.map((reason) => reasons[reason](slot, locale)).join(' · ');
}

interface Facts {
  staff: string;
  time: string;
  client: string;
  resource: string;
  service: string;
}

const clashes: Record<ConflictKind, (facts: Facts) => string> = {
  staff_busy: ({ staff, time, client }) =>
    client ? m.booking_clash_staff({ staff, time, client }) : m.booking_clash_staff_busy({ staff, time }),
  resource_busy: ({ resource, time }) => m.booking_clash_resource({ resource, time }),
  client_busy: ({ staff, time }) =>
    staff ? m.booking_clash_client({ staff, time }) : m.booking_clash_client_busy({ time }),
  outside_hours: ({ staff, time }) =>
    time ? m.booking_clash_hours({ staff, time }) : m.booking_clash_day_off({ staff }),
  in_break: ({ staff, time }) => m.booking_clash_break({ staff, time }),
  time_off: ({ staff, time }) =>
    time ? m.booking_clash_time_off({ staff, time }) : m.booking_clash_away({ staff }),
  skill_missing: ({ staff, service }) => m.booking_clash_skill({ staff, service }),
  buffer_eaten: ({ staff, time }) => m.booking_clash_buffer({ staff, time }),
  held: ({ staff, time, client }) =>
    client ? m.booking_clash_held({ staff, time, client }) : m.booking_clash_held_time({ staff, time }),
  group_full: () => m.booking_clash_group(),
};

/** What stands in the way, with who and when; `services` are the names of the booked ones. */
export function clashText(conflict: Conflict, services: readonly string[]): string {
  const { staff, client, resource, from_min, to_min, line } = conflict;
  const time = from_min < to_min ? formatRange(from_min, to_min) : '';
  return clashes[conflict.kind]({ staff, time, client, resource, service: services[line] ?? '' });
}

const kinds: Record<ConflictKind, () => string> = {
  staff_busy: m.booking_kind_staff_busy,
  resource_busy: m.booking_kind_resource_busy,
  client_busy: m.booking_kind_client_busy,
  outside_hours: m.booking_kind_outside_hours,
  in_break: m.booking_kind_in_break,
  time_off: m.booking_kind_time_off,
  skill_missing: m.booking_kind_skill_missing,
  buffer_eaten: m.booking_kind_buffer_eaten,
  held: m.booking_kind_held,
  group_full: m.booking_kind_group_full,
};

/** The name of what a visit was booked in spite of. */
export const clashName = (kind: ConflictKind): string => kinds[kind]();
