/** Which part of the calendar is shown: view, date, whose; as the address holds it. */
import { addDays, addMonths, monthSheet, weekStart } from '../../core/time';

export type View = 'day' | 'week' | 'month' | 'list';
/** How it is drawn. */
export type Mode = 'staff' | 'rooms' | 'week' | 'team' | 'month' | 'list';
/** What the list lists. */
export type Span = 'day' | 'week' | 'month';

export interface Shown {
  view: View;
  mode: Mode;
  span: Span;
  /** One staff member, `rooms`, or empty for everybody. */
  who: string;
  date: string;
  from: string;
  days: number;
}

export const ROOMS = 'rooms';
const views: readonly string[] = ['week', 'month', 'list'];

/** What the address asks for. */
export function shownOf(params: Readonly<Record<string, string>>, today: string): Shown {
  const view = (views.includes(params.view ?? '') ? params.view : 'day') as View;
  const date = params.date || today;
  const asked = params.who ?? '';
  const who = asked === ROOMS && view !== 'day' ? '' : asked;
  const span = spanOf(view, params.span ?? '');
  return { view, mode: modeOf(view, who), span, who, date, ...rangeOf(span, date) };
}

function spanOf(view: View, asked: string): Span {
  if (view !== 'list') return view;
  return asked === 'week' || asked === 'month' ? asked : 'day';
}

function modeOf(view: View, who: string): Mode {
  if (view === 'day') return who === ROOMS ? 'rooms' : 'staff';
  if (view === 'week') return who ? 'week' : 'team';
  return view;
}

function rangeOf(span: Span, date: string): { from: string; days: number } {
  if (span === 'day') return { from: date, days: 1 };
  if (span === 'week') return { from: weekStart(date), days: 7 };
  return { from: monthSheet(date)[0] ?? date, days: 42 };
}

/** The date so many steps on or back: days, weeks or months. */
export function stepped(shown: Shown, steps: number): string {
  if (shown.span === 'month') return addMonths(shown.date, steps);
  return addDays(shown.date, steps * (shown.span === 'week' ? 7 : 1));
}

/** First and last date of the month that a date is in. */
export function monthOf(date: string): { from: string; to: string } {
  const from = `${date.slice(0, 8)}01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** What the address must say to show this view; the list lists what was shown before. */
export function paramsFor(mode: Mode, shown: Shown, one: string): Record<string, string> {
  const person = shown.who === ROOMS ? '' : shown.who;
  const params: Record<Mode, Record<string, string>> = {
    staff: { view: '', who: '', span: '' },
    rooms: { view: '', who: ROOMS, span: '' },
    week: { view: 'week', who: person || one, span: '' },
    team: { view: 'week', who: '', span: '' },
    month: { view: 'month', who: person, span: '' },
    list: { view: 'list', who: person, span: shown.span === 'day' ? '' : shown.span },
  };
  return params[mode];
}
