/** The sections of the rail, in order. */
import {
  CalendarDays,
  CalendarRange,
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
  /** Other screens that belong to it. */
  also?: readonly string[];
}

export const sections: readonly Section[] = [
  { screen: 'calendar', label: m.shell_calendar, icon: CalendarDays, also: ['checkout'] },
  { screen: 'schedule', label: m.schedule_title, icon: CalendarRange },
  { screen: 'visits', label: m.visits_section, icon: ListChecks },
  { screen: 'waitlist', label: m.waitlist_section, icon: Hourglass },
  { screen: 'clients', label: m.shell_clients, icon: Users, also: ['import'] },
  { screen: 'sales', label: m.shell_sales, icon: ShoppingBag },
  { screen: 'products', label: m.products_title, icon: Package, permission: 'services_write' },
  { screen: 'cash', label: m.shell_cash, icon: Wallet },
  { screen: 'payroll', label: m.shell_payroll, icon: HandCoins },
  { screen: 'history', label: m.shell_history, icon: History },
  { screen: 'settings', label: m.shell_settings, icon: Settings, low: true },
];
