/** The sections of the rail, in order. */
import {
  CalendarDays,
  CalendarRange,
  ChartNoAxesCombined,
  HandCoins,
  History,
  Hourglass,
  ListChecks,
  Package,
  Settings,
  ShoppingBag,
  Users,
  Wallet,
} from '@lucide/svelte';
import type { Component } from 'svelte';
import type { Route } from '../../core/router';
import type { ScreenName } from '../../features';
import * as m from '../../paraglide/messages.js';

export interface Section {
  screen: ScreenName;
  label: () => string;
  icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
  /** At the foot of the rail. */
  low?: boolean;
  /** Permission without which it is not there. */
  permission?: string;
  /** Other addresses that belong to it. */
  also?: (route: Route) => boolean;
}

/** A bill without a booking belongs to the sales, every other one to the calendar. */
const isSale = ({ screen, params }: Route) => screen === 'checkout' && Boolean(params.sale);
const isVisit = (route: Route) => route.screen === 'checkout' && !isSale(route);

/** Whether an address is inside a section. */
export function isIn(section: Section, route: Route): boolean {
  return route.screen === section.screen || (section.also?.(route) ?? false);
}

export const sections: readonly Section[] = [
  { screen: 'calendar', label: m.shell_calendar, icon: CalendarDays, also: isVisit },
  { screen: 'schedule', label: m.schedule_title, icon: CalendarRange },
  { screen: 'visits', label: m.visits_section, icon: ListChecks },
  { screen: 'waitlist', label: m.waitlist_section, icon: Hourglass },
  { screen: 'clients', label: m.shell_clients, icon: Users, also: ({ screen }) => screen === 'import' },
  { screen: 'sales', label: m.shell_sales, icon: ShoppingBag, also: isSale },
  { screen: 'products', label: m.products_title, icon: Package, permission: 'services_write' },
  { screen: 'cash', label: m.shell_cash, icon: Wallet },
  { screen: 'payroll', label: m.shell_payroll, icon: HandCoins },
  { screen: 'finance', label: m.finance_section, icon: ChartNoAxesCombined, permission: 'finance_read' },
  { screen: 'history', label: m.shell_history, icon: History },
  { screen: 'settings', label: m.shell_settings, icon: Settings, low: true },
];
