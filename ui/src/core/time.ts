/**
 * Days and minutes as people read them. A day is `2026-11-21`, a time is minutes after midnight
 * on the salon's wall clock; both come from the engine, which knows the salon's zone.
 */
import { CalendarDate, parseDate } from '@internationalized/date';

export const DAY_MINUTES = 1440;

/** 825 → `13:45`; 1440 → `24:00`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `13:00–14:30`, with an en dash. */
export function formatRange(from: number, to: number): string {
  return `${formatMinutes(from)}–${formatMinutes(to)}`;
}

/** What was typed as a time: `9`, `930`, `9:30`, `9.30`, `09 30`; `null` where it is none. */
export function parseMinutes(text: string): number | null {
  const plain = text.trim();
  const parts = /^(\d{1,2})\s*[:.,\s-]\s*(\d{2})$/.exec(plain) ?? /^(\d{1,2}?)(\d{2})?$/.exec(plain);
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    formats.set(key, found);
  }
  return found;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const KAZAKH_DAYS = ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'];
const KAZAKH_DAYS_LONG = ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'];
const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];
const KAZAKH_MONTHS_SHORT = [
  'қаң',
  'ақп',
  'нау',
  'сәу',
  'мам',
  'мау',
  'шіл',
  'там',
  'қыр',
  'қаз',
  'қар',
  'жел',
];

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: string): number {
  return (atNoon(day).getUTCDay() + 6) % 7;
}

/** Name of a weekday, Monday 0: `Пн` or `понедельник`. Kazakh is written here: webviews differ. */
export function weekdayName(weekday: number, locale: string, long = false): string {
  const index = ((weekday % 7) + 7) % 7;
  if (locale === 'kk') return capital((long ? KAZAKH_DAYS_LONG : KAZAKH_DAYS)[index] ?? '');
  const monday = Date.UTC(2024, 0, 1 + index, 12);
  return capital(format(locale, { weekday: long ? 'long' : 'short' }).format(monday));
}

/** `21 ноября`, `21 November`, `21 қараша`; with `year` also the year. */
export function dayAndMonth(
  day: string,
  locale: string,
  options: { short?: boolean; year?: boolean } = {},
): string {
  const date = parseDate(day);
  const year = options.year ? ` ${date.year}` : '';
  if (locale === 'kk') {
    const months = options.short ? KAZAKH_MONTHS_SHORT : KAZAKH_MONTHS;
    return `${date.day} ${months[date.month - 1] ?? ''}${year}`;
  }
  const language = locale === 'en' ? 'en-GB' : locale;
  const text = format(language, { day: 'numeric', month: options.short ? 'short' : 'long' }).format(
    atNoon(day),
  );
  return text.replace(/\.$/, '') + year;
}

/** `Сб, 21 ноября`. */
export function dayLabel(day: string, locale: string): string {
  return `${weekdayName(weekdayOf(day), locale)}, ${dayAndMonth(day, locale)}`;
}

/** `21.11.2026` everywhere: short, sortable by eye, no month names. */
export function dayNumeric(day: string): string {
  const date = parseDate(day);
  return `${String(date.day).padStart(2, '0')}.${String(date.month).padStart(2, '0')}.${date.year}`;
}

/** `ноябрь 2026`. */
export function monthLabel(day: string, locale: string): string {
  const date = parseDate(day);
  if (locale === 'kk') return capital(`${KAZAKH_MONTHS[date.month - 1] ?? ''} ${date.year}`);
  const month = format(locale, { month: 'long' }).format(atNoon(day));
  return capital(`${month} ${date.year}`);
}

export function addDays(day: string, days: number): string {
  return parseDate(day).add({ days }).toString();
}

export function addMonths(day: string, months: number): string {
  return parseDate(day).add({ months }).toString();
}

/** Monday of the day's week. */
export function weekStart(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** The six weeks that a month's sheet shows, Monday first. */
export function monthSheet(day: string): string[] {
  const date = parseDate(day);
  const first = weekStart(new CalendarDate(date.year, date.month, 1).toString());
  return Array.from({ length: 42 }, (_, index) => addDays(first, index));
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);
}

/** A day that was typed: `21.11.2026`, `21/11/26`, `2026-11-21`; `null` where it is none. */
export function parseDay(text: string): string | null {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const local = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/.exec(plain);
  if (!iso && !local) return null;
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [fullYear(local?.[3] ?? ''), Number(local?.[2]), Number(local?.[1])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return new CalendarDate(year, month, day).toString();
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year > 40 ? 1900 + year : 2000 + year;
}

/** A moment on the salon's clock: `08:52`. The zone is the salon's, not the PC's. */
export function clockOf(timestamp: number, zone: string): string {
  return format('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone || undefined }).format(
    timestamp,
  );
}

/** A moment as `21.11.2026 08:52` on the salon's clock. */
export function momentOf(timestamp: number, zone: string): string {
  const parts = format('en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone || undefined,
  }).formatToParts(timestamp);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}.${of('month')}.${of('year')} ${of('hour')}:${of('minute')}`;
}
