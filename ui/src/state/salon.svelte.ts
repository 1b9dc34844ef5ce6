/** What every screen needs of the salon: its money, zone, today. And the formats made of them. */
import { untrack } from 'svelte';
import type { AppState, Salon } from '../api';
import {
  type Currency,
  formatAmount,
  formatChange,
  formatMoney,
  formatRoughly,
  parseMoney,
} from '../core/money';
import { clockOf, momentOf } from '../core/time';
import { locale } from './locale.svelte';

let known = $state.raw<{ salon: Salon | null; app: AppState | null; readAt: number }>({
  salon: null,
  app: null,
  readAt: 0,
});
let tick = $state(0);

export function followSalonFacts(salon: Salon | null): void {
  known = { ...untrack(() => known), salon };
}

export function followApp(app: AppState): void {
  known = { ...untrack(() => known), app, readAt: Date.now() };
}

export function salon(): Salon | null {
  return known.salon;
}

export function app(): AppState | null {
  return known.app;
}

/** Begins to count minutes; the answer stops it. */
export function startClock(): () => void {
  const timer = setInterval(() => (tick += 1), 10_000);
  return () => clearInterval(timer);
}

/** The salon's date and minute of the day now: the engine's clock, carried on by this PC's. */
export function today(): { day: string; minute: number } {
  void tick;
  const { app, readAt } = known;
  if (!app) return { day: new Date().toISOString().slice(0, 10), minute: 0 };
  const passed = Math.floor((app.minute * 60_000 + (app.now % 60_000) + Date.now() - readAt) / 60_000);
  const days = Math.floor(passed / 1440);
  const day = new Date(`${app.today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return { day: day.toISOString().slice(0, 10), minute: passed - days * 1440 };
}

/** The present moment by the engine's clock, to the nearest tick: for what counts down. */
export function now(): number {
  void tick;
  const { app, readAt } = known;
  return app ? app.now + Date.now() - readAt : Date.now();
}

export function currency(): Currency {
  return { digits: known.salon?.currency_digits ?? 2, symbol: known.salon?.currency_symbol ?? '' };
}

/** A sum with the salon's sign: `66 500 ₸`. */
export function money(minor: number): string {
  return formatMoney(minor, currency(), locale());
}

/** An average, in whole units of the currency. */
export function roughly(minor: number): string {
  return formatRoughly(minor, currency(), locale());
}

/** A sum without the sign, for fields. */
export function amount(minor: number): string {
  return formatAmount(minor, currency().digits, locale());
}

/** A change of a sum, with its sign. */
export function change(minor: number): string {
  return formatChange(minor, currency(), locale());
}

/** What was typed as money; `null` where it is none. */
export function readMoney(text: string): number | null {
  return parseMoney(text, currency().digits);
}

/** A moment's time on the salon's clock. */
export function clock(timestamp: number): string {
  return clockOf(timestamp, known.salon?.salon.zone ?? '');
}

/** A moment's date and time on the salon's clock. */
export function moment(timestamp: number): string {
  return momentOf(timestamp, known.salon?.salon.zone ?? '');
}
