/** How far the wizard is, and what its steps hand on to each other. */
import { call, invalidate, type WeekdayHours } from '../../api';

export const steps = ['language', 'salon', 'owner', 'hours', 'staff', 'services', 'done'] as const;
export type Step = (typeof steps)[number];

/** Seven days with the same hours; the days that are not worked keep them for later. */
export function weekOf(opens: number, closes: number, days: readonly boolean[]): WeekdayHours[] {
  return Array.from({ length: 7 }, (_, weekday) => ({
    weekday,
    working: days[weekday] ?? false,
    start_min: opens,
    end_min: closes,
    break_start_min: opens,
    break_end_min: opens,
  }));
}

export class Wizard {
  step = $state<Step>('language');
  /** Working days, Monday first. */
  days = $state([true, true, true, true, true, true, true]);
  opens = $state(540);
  closes = $state(1200);

  constructor(step: string) {
    // Where nothing is saved yet the language comes first.
    this.step = step === 'salon' ? 'language' : isStep(step) ? step : 'language';
  }

  /** Goes on; the engine remembers it, so that the wizard resumes here. */
  next = async (): Promise<void> => {
    const to = steps[steps.indexOf(this.step) + 1] ?? 'done';
    await this.go(to);
  };

  go = async (to: Step): Promise<void> => {
    if (to !== 'language' && to !== 'done') await call('set_setup_step', { step: to });
    this.step = to;
  };

  /** The wizard is over; the desk opens. */
  finish = async (): Promise<void> => {
    await call('set_setup_step', { step: 'done' });
    invalidate('app', 'salon');
  };
}

function isStep(value: string): value is Step {
  return steps.includes(value as Step);
}
