/** A visit that repeats, while its dates are being looked over. */
import type { BookDate, Repeat, SeriesDate } from '../../api';

export type Unit = 'weeks' | 'months';
/** What becomes of one date: as planned, at the nearest free time instead, or left out. */
export type Choice = 'planned' | 'alternative' | 'skip';

/** What is chosen for a date that nobody decided about yet: free as planned, else what is free. */
export function choiceOf(date: SeriesDate, choices: Readonly<Record<string, Choice>>): Choice {
  const chosen = choices[date.day];
  if (chosen === 'alternative' && !date.alternative) return 'skip';
  if (chosen) return chosen;
  if (date.conflicts.length === 0) return 'planned';
  return date.alternative ? 'alternative' : 'skip';
}

/** The dates that will be booked. */
export function chosenDates(
  dates: readonly SeriesDate[],
  choices: Readonly<Record<string, Choice>>,
): BookDate[] {
  return dates.flatMap((date) => {
    const choice = choiceOf(date, choices);
    if (choice === 'skip') return [];
    const { day, start_min } = choice === 'alternative' && date.alternative ? date.alternative : date;
    return [{ day, start_min }];
  });
}

export class SeriesPlan {
  unit = $state<Unit>('weeks');
  every = $state(2);
  count = $state(6);
  choices = $state.raw<Readonly<Record<string, Choice>>>({});
  /** Each date as the engine sees it; none while it is asked. */
  rows = $state.raw<readonly SeriesDate[] | null>(null);

  readonly dates = $derived(chosenDates(this.rows ?? [], this.choices));
  /** Somebody decided to keep a date in spite of what stands there. */
  readonly inSpite = $derived(
    (this.rows ?? []).some((date) => date.conflicts.length > 0 && choiceOf(date, this.choices) === 'planned'),
  );
  /** None where the numbers are not such that a series could be made of them. */
  readonly repeat = $derived<Repeat | null>(
    this.every >= 1 && this.every <= 12 && this.count >= 2 && this.count <= 52
      ? {
          every_weeks: this.unit === 'weeks' ? this.every : 0,
          every_months: this.unit === 'months' ? this.every : 0,
          count: this.count,
        }
      : null,
  );

  /** How often it repeats, as it was typed. */
  get asked(): Pick<SeriesPlan, 'unit' | 'every' | 'count'> {
    const { unit, every, count } = this;
    return { unit, every, count };
  }

  choose(day: string, choice: Choice): void {
    this.choices = { ...this.choices, [day]: choice };
  }
}
