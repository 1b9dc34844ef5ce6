/** The sections of the rail, in order. */
import {
  CalendarDays,
  CalendarRange,
  ChartNoAxesCombined,
  History,
  Hourglass,
  ListChecks,
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
  /** Shown to whoever may do this. */
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
  { screen: 'cash', label: m.shell_cash, icon: Wallet },
  { screen: 'finance', label: m.finance_section, icon: ChartNoAxesCombined, permission: 'finance_read' },
  { screen: 'history', label: m.shell_history, icon: History },
  { screen: 'settings', label: m.shell_settings, icon: Settings, low: true },
];
