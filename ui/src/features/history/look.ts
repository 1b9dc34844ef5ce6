/** How an operation looks in a list: its icon by the noun it is about. */
import {
  CalendarDays,
  Clock,
  FileUp,
  Receipt,
  Redo2,
  Scissors,
  Store,
  Undo2,
  User,
  UserCog,
  Wallet,
} from '@lucide/svelte';
import type { Component } from 'svelte';

type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

export function iconOf(kind: string): Icon {
  if (kind === 'operation_undone') return Undo2;
  if (kind === 'operation_redone') return Redo2;
  if (kind === 'clients_imported') return FileUp;
  if (kind.startsWith('client')) return User;
  if (kind.startsWith('staff')) return UserCog;
  if (kind.startsWith('work_hours')) return Clock;
  if (kind.startsWith('service')) return Scissors;
  if (kind.startsWith('appointment')) return CalendarDays;
  if (kind.startsWith('shift')) return Wallet;
  if (kind.startsWith('payment') || kind.startsWith('receipt')) return Receipt;
  return Store;
}
