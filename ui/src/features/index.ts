/** The screens. Each is a chunk of its own, fetched when it is first opened. */
import type { Component } from 'svelte';

export type Screen = Component<Record<string, never>>;
type Load = () => Promise<{ default: Screen }>;

/** Screens that need a signed-in person, by their name in the address. */
export const screens = {
  calendar: () => import('./calendar'),
  schedule: () => import('./schedule'),
  checkout: () => import('./checkout'),
  visits: () => import('./visits'),
  waitlist: () => import('./waitlist'),
  clients: () => import('./clients'),
  import: () => import('./import'),
  sales: () => import('./sales'),
  products: () => import('./products'),
  cash: () => import('./cash'),
  payroll: () => import('./payroll'),
  history: () => import('./history'),
  settings: () => import('./settings'),
} satisfies Record<string, Load>;

/** Screens that take the whole window before anybody is signed in. */
export const gates = {
  setup: () => import('./onboarding'),
  login: () => import('./login'),
  damaged: () => import('./damaged'),
} satisfies Record<string, Load>;

export type ScreenName = keyof typeof screens;
export type GateName = keyof typeof gates;
