/** Who is signed in at this window. */
import { invalidate, keepSession, type Session } from '../api';

const state = $state<{ session: Session | null }>({ session: null });

export function session(): Session | null {
  return state.session;
}

/** Whether the person may do this; the engine checks again. */
export function can(permission: string): boolean {
  return state.session?.permissions.includes(permission) ?? false;
}

/** Somebody signed in. */
export function signIn(value: Session): void {
  keepSession(value.session_id);
  state.session = value;
  invalidate('app');
}

/** What the engine says about this window's session. */
export function followSession(value: Session | null): void {
  if (value?.session_id !== state.session?.session_id) keepSession(value?.session_id ?? null);
  state.session = value;
}
