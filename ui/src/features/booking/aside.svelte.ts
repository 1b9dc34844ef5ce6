/** Visits that were left unfinished: kept until somebody goes on with them or drops them. */
import * as m from '../../paraglide/messages.js';
import { go, route, session, setParams, toast } from '../../state';
import type { FormClient } from './client';
import type { FormLine } from './lines';
import type { Unit } from './series.svelte';

/** All that was typed. */
export interface Typed {
  client: FormClient;
  lines: readonly FormLine[];
  day: string;
  start: number;
  staffId: string;
  note: string;
  source: string;
  usualSource: string;
  timeChosen: boolean;
  searchFrom: string;
  override: boolean;
  groupId: string | null;
  wishId: string | null;
  series: { unit: Unit; every: number; count: number } | null;
  /** How it looks where nothing is unsaved. */
  clean: string;
}

export interface Aside {
  /** The visit that is being changed; empty for a new one. */
  visitId: string;
  typed: Typed;
}

/** What the panel leaves in the address. */
const SHUT = { visit: '', new: '', staff: '', at: '', group: '', seen: '', from: '' };

let list = $state.raw<readonly Aside[]>([]);
let wanted = $state.raw<Aside | null>(null);

export const aside = {
  get list(): readonly Aside[] {
    return list;
  },
  /** Keeps it; away from the calendar, where its bar is not seen, a notice says so. */
  put(one: Aside): void {
    list = [...list.filter((other) => other.visitId === '' || other.visitId !== one.visitId), one];
    if (route().screen === 'calendar' || session() === null) return;
    const action = { label: m.booking_aside_resume(), run: () => aside.resume(one) };
    toast(m.booking_aside_done(), { action });
  },
  drop(one: Aside): void {
    list = list.filter((other) => other !== one);
  },
  /** Back into the panel, on its date. */
  resume(one: Aside): void {
    if (!list.includes(one)) return;
    aside.drop(one);
    wanted = one;
    const { visitId: visit, typed } = one;
    const open = { ...SHUT, visit, new: visit ? '' : '1', date: typed.day };
    if (route().screen === 'calendar') setParams(open);
    else go('calendar', '', open);
  },
  /** What the panel of this visit is to go on with. */
  wantedFor(visitId: string): Aside | null {
    return wanted?.visitId === visitId ? wanted : null;
  },
  /** The same, once. */
  take(visitId: string): Typed | null {
    const one = aside.wantedFor(visitId);
    if (one) wanted = null;
    return one?.typed ?? null;
  },
};
