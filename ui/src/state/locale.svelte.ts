/** The user's language. Messages read it, so switching it rewrites the screen at once. */
import { baseLocale, locales, overwriteGetLocale } from '../paraglide/runtime.js';

export type Locale = (typeof locales)[number];
export { locales };

const KEPT = 'adelante.language';
const state = $state<{ now: Locale; chosen: boolean }>({ now: baseLocale, chosen: false });

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The language now. */
export function locale(): Locale {
  return state.now;
}

export function setLocale(value: Locale, keep = true): void {
  state.now = value;
  document.documentElement.lang = value;
  if (keep) {
    state.chosen = true;
    localStorage.setItem(KEPT, value);
  }
}

/** The salon's language, unless this PC's user chose another. */
export function followSalon(value: Locale): void {
  if (!state.chosen) setLocale(value, false);
}

export function startLocale(): void {
  overwriteGetLocale(locale);
  const kept = localStorage.getItem(KEPT);
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  if (isLocale(kept)) setLocale(kept);
  else setLocale(spoken ?? baseLocale, false);
}

export const languageNames: Record<Locale, string> = {
  ru: 'Русский',
  uk: 'Українська',
  kk: 'Қазақша',
  en: 'English',
};
