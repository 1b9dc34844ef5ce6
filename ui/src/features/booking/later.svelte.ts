/** A value that waits until the fingers rest, so that not every letter asks the engine. */
import { untrack } from 'svelte';

export interface Later<T> {
  /** The value as it was when the fingers last rested. */
  readonly now: T;
}

/** Follows `value`, so many milliseconds after its last change. */
export function later<T>(value: () => T, ms: number): Later<T> {
  let now = $state.raw(untrack(value));
  $effect(() => {
    const next = value();
    const timer = setTimeout(() => (now = next), ms);
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}
