/** What can be done on the calendar, by key, menu and palette. */
import type { AppointmentStatus } from '../../api';
import { type Action, heardIn } from '../../core/keys';
import * as m from '../../paraglide/messages.js';
import { can, today } from '../../state';
import { walkIn } from '../booking';
import type { Calendar } from './calendar.svelte';
import { inGrid, onDay } from './focus';
import type { Mode, Span } from './range';
import { shelf } from './shelf.svelte';

const modes: readonly [Mode, () => string, string[]][] = [
  ['staff', m.calendar_show_staff, ['Digit1', 'Shift+KeyD']],
  ['rooms', m.calendar_show_rooms, ['Digit2']],
  ['week', m.calendar_show_week, ['Digit3', 'Shift+KeyW']],
  ['team', m.calendar_show_team, ['Digit4']],
  ['month', m.calendar_show_month, ['Digit5', 'Shift+KeyM']],
  ['list', m.calendar_show_list, ['Digit6', 'Shift+KeyL']],
];

/** How far a visit has come. */
const steps: readonly [AppointmentStatus, () => string, string][] = [
  ['arrived', m.calendar_mark_arrived, 'KeyA'],
  ['in_progress', m.calendar_mark_in_progress, 'KeyS'],
  ['completed', m.calendar_mark_completed, 'KeyC'],
];

/** The steps that a visit has before it. */
export function stepsFrom(status: AppointmentStatus): typeof steps {
  if (status === 'cancelled' || status === 'no_show') return [];
  return steps.slice(steps.findIndex(([step]) => step === status) + 1);
}

/** What the grid itself hears. */
const walks = heardIn(m.calendar_keys_grid, [
  ['calendar.grid.rows', m.calendar_keys_rows, 'ArrowUp', 'ArrowDown'],
  ['calendar.grid.columns', m.calendar_keys_columns, 'ArrowLeft', 'ArrowRight'],
  ['calendar.grid.ends', m.calendar_keys_ends, 'Home', 'End'],
  ['calendar.grid.dates', m.calendar_keys_dates, 'PageUp', 'PageDown'],
  ['calendar.grid.open', m.calendar_keys_open, 'Enter', 'Space'],
  ['calendar.grid.menu', m.calendar_keys_menu, 'Shift+F10'],
]);

const before: Record<Span, () => string> = {
  day: m.calendar_previous,
  week: m.calendar_previous_week,
  month: m.common_previous_month,
};
const after: Record<Span, () => string> = {
  day: m.calendar_next,
  week: m.calendar_next_week,
  month: m.common_next_month,
};

/** The words for a step back and on. */
export function stepWords(span: Span): { back: string; on: string } {
  return { back: before[span](), on: after[span]() };
}

/** Going about: views, dates, the grid. `first` is whose week is shown where nobody is chosen. */
export function wayActions(calendar: Calendar, first: () => string): Action[] {
  const { span } = calendar.shown;
  const { back, on } = stepWords(span);
  return [
    ...modes.map(([mode, label, shortcuts]) => ({
      id: `calendar.show.${mode}`,
      label,
      shortcuts,
      run: () => void calendar.show(mode, {}, whose(calendar) || first()),
    })),
    {
      id: 'calendar.today',
      label: m.common_today,
      shortcuts: ['KeyT'],
      hint: !calendar.panel,
      run: () => void calendar.goTo(today().day),
    },
    step('calendar.previous', back, 'ArrowLeft', () => calendar.step(-1)),
    step('calendar.next', on, 'ArrowRight', () => calendar.step(1)),
    step('calendar.grid', m.calendar_to_grid(), 'ArrowDown', async () => calendar.board?.focusOn()),
  ];
}

function step(id: string, label: string, shortcut: string, run: () => Promise<unknown>): Action {
  return { id, label: () => label, shortcuts: [shortcut], enabled: onDay, run: () => void run() };
}

/** Whose column the keyboard stands in. */
function whose(calendar: Calendar): string {
  return inGrid() ? (calendar.board?.standing()?.staffId ?? '') : '';
}

/** Working on visits: booking, paying, moving, laying aside, cancelling. */
export function visitActions(calendar: Calendar): Action[] {
  const onVisit = () => can('calendar_write') && calendar.card() !== null;
  const move = (id: string, label: () => string, shortcut: string, run: () => void): Action => ({
    id,
    label,
    shortcuts: [shortcut],
    enabled: onVisit,
    within: m.calendar_keys_grid,
    run,
  });
  return [
    {
      id: 'calendar.new',
      label: m.calendar_new,
      shortcuts: ['KeyN'],
      permission: 'calendar_write',
      hint: !calendar.panel,
      opensField: true,
      run: () => calendar.bookHere(),
    },
    {
      id: 'calendar.walk_in',
      label: m.calendar_walk_in,
      shortcuts: ['Shift+KeyN'],
      permission: 'calendar_write',
      run: () => walkIn(),
    },
    {
      id: 'calendar.pay',
      label: m.calendar_pay,
      shortcuts: ['KeyP'],
      permission: 'payments_take',
      enabled: () => calendar.card() !== null || calendar.visit !== '',
      run: () => calendar.pay(calendar.card()?.visit.appointment_id ?? calendar.visit),
    },
    ...walks,
    move('calendar.earlier', m.calendar_earlier, 'Alt+ArrowUp', () => calendar.nudge(-5, 0)),
    move('calendar.later', m.calendar_later, 'Alt+ArrowDown', () => calendar.nudge(5, 0)),
    move('calendar.left', m.calendar_to_left, 'Alt+ArrowLeft', () => calendar.nudge(0, -1)),
    move('calendar.right', m.calendar_to_right, 'Alt+ArrowRight', () => calendar.nudge(0, 1)),
    move('calendar.shorter', m.calendar_shorter, 'Alt+Shift+ArrowUp', () => calendar.stretch(-5)),
    move('calendar.longer', m.calendar_longer, 'Alt+Shift+ArrowDown', () => calendar.stretch(5)),
    move('calendar.take', m.calendar_take, 'KeyX', () => calendar.lay()),
    {
      ...move('calendar.cancel', m.calendar_cancel, 'Delete', () => calendar.cancel()),
      shortcuts: ['Delete', 'Backspace'],
      opensField: true,
    },
    ...steps.map(([status, label, shortcut]) => ({
      ...move(`calendar.${status}`, label, shortcut, () => void calendar.mark(status)),
      permission: 'calendar_write',
    })),
    {
      id: 'calendar.block',
      label: m.calendar_block,
      shortcuts: ['KeyB'],
      permission: 'calendar_write',
      enabled: () => inGrid() && calendar.card() === null,
      within: m.calendar_keys_grid,
      run: () => calendar.block(),
    },
    ...shelfActions(calendar),
  ];
}

function shelfActions(calendar: Calendar): Action[] {
  const off = () => {
    const laid = shelf.next;
    if (laid) shelf.off(laid.card.visit.appointment_id);
  };
  const filled = () => shelf.list.length > 0;
  return [
    {
      id: 'calendar.put',
      label: m.calendar_put,
      shortcuts: ['KeyV'],
      permission: 'calendar_write',
      enabled: () => filled() && inGrid(),
      within: m.calendar_keys_grid,
      run: () => void calendar.put(),
    },
    {
      id: 'calendar.shelf_off',
      label: m.calendar_shelf_off_last,
      shortcuts: ['Escape', 'Backspace'],
      enabled: filled,
      run: off,
    },
  ];
}
