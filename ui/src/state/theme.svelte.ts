/** Light, dark, or as the system. */
export type Theme = 'system' | 'light' | 'dark';
const KEPT = 'adelante.theme';
const system = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
const state = $state<{ chosen: Theme }>({ chosen: 'system' });

function show(): void {
  const dark = state.chosen === 'dark' || (state.chosen === 'system' && system?.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function theme(): Theme {
  return state.chosen;
}

export function setTheme(value: Theme): void {
  state.chosen = value;
  localStorage.setItem(KEPT, value);
  show();
}

export function startTheme(): void {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') state.chosen = kept;
  system?.addEventListener('change', show);
  show();
}
