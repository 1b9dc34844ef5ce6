/** Percent as people type it. No framework. */

/** '40', '37,5 %' → basis points; `null` where it is no share from 0 to 100. */
export function readPercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 10_000 ? points : null;
}

/** 3750 → '37,5'. */
export function writePercent(points: number): string {
  const [whole, part] = [Math.floor(points / 100), points % 100];
  return part === 0 ? String(whole) : `${whole},${String(part).padStart(2, '0').replace(/0$/, '')}`;
}
