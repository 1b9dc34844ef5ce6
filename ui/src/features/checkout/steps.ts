/** Going through a few things with the arrows. */

/** Which way an arrow goes; 0 where the key is none. */
export function arrowStep(event: KeyboardEvent): number {
  return { ArrowDown: 1, ArrowUp: -1 }[event.code] ?? 0;
}

/** The next in a circle; from something else the first or the last. */
export function stepIn<T>(list: readonly T[], now: T, by: number): T {
  const at = list.indexOf(now);
  const next = at < 0 ? (by > 0 ? 0 : -1) : at + by;
  return list.at(next % list.length) ?? now;
}
