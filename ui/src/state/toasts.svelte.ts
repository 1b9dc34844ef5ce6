/** Short notices at the bottom. The last change offers to be taken back. */
export interface ToastEntry {
  id: number;
  text: string;
  tone: 'plain' | 'bad' | 'ok';
  /** A second thing to do, e.g. undo. */
  action?: { label: string; run: () => void };
}

/** The undo window: messages to clients wait as long. */
const SHOWN_MS = 8000;
const state = $state<{ list: ToastEntry[] }>({ list: [] });
let last = 0;

export function toasts(): readonly ToastEntry[] {
  return state.list;
}

export function dismiss(id: number): void {
  state.list = state.list.filter((toast) => toast.id !== id);
}

/** Shows a notice. A new one with an action takes the place of the older ones with actions. */
export function toast(text: string, options: Partial<Pick<ToastEntry, 'tone' | 'action'>> = {}): void {
  const id = (last += 1);
  const kept = state.list.filter((other) => !other.action).slice(-2);
  state.list = [...kept, { id, text, tone: options.tone ?? 'plain', action: options.action }];
  setTimeout(() => dismiss(id), SHOWN_MS);
}

/** Something else was done: the older offers to undo would take back the wrong thing. */
export function dropOffers(): void {
  state.list = state.list.filter((other) => !other.action);
}
