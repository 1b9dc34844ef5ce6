/** Who is signed in at this window. */
import { untrack } from 'svelte';
import { invalidate, keepSession, type Session } from '../api';

let current = $state.raw<Session | null>(null);

export function session(): Session | null {
  return current;
}

/** Whether the person may do this; the engine checks again. */
export function can(permission: string): boolean {
  return current?.permissions.includes(permission) ?? false;
}

/** Somebody signed in. */
export function signIn(value: Session): void {
  keepSession(value.session_id);
  current = value;
  invalidate('app');
}

/** What the engine says about this window's session. */
export function followSession(value: Session | null): void {
  const known = untrack(() => current);
  if (value?.session_id !== known?.session_id) keepSession(value?.session_id ?? null);
  current = value;
}
