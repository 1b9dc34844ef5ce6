/** When each service of a visit begins and ends. */

export interface TimedLine {
  minutes: number;
  /** Begins together with the service before, not after it. */
  together: boolean;
  /** Minutes between the end of what came before and this one. */
  gap: number;
}

export interface LineSpan {
  start: number;
  end: number;
}

/** Services one after the other; what goes on together is over when the longest of it is. */
export function spansOf(start: number, lines: readonly TimedLine[]): LineSpan[] {
  let from = start;
  let until = start;
  return lines.map((line, index) => {
    from = line.together && index > 0 ? from : until + line.gap;
    const end = from + line.minutes;
    until = Math.max(until, end);
    return { start: from, end };
  });
}

/** The end of the last service. */
export function endOf(start: number, spans: readonly LineSpan[]): number {
  return Math.max(start, ...spans.map((span) => span.end));
}

/** The start that has to be said: none where the service follows the one before at once. */
export function saidStart(spans: readonly LineSpan[], index: number): number | null {
  const own = spans[index];
  const before = spans[index - 1];
  return !own || !before || own.start === before.end ? null : own.start;
}

/** How a saved service stands to those before it. */
export function standing(
  line: LineSpan,
  before: LineSpan | undefined,
  until: number,
): { together: boolean; gap: number } {
  const together = before !== undefined && before.start === line.start;
  return { together, gap: together ? 0 : line.start - until };
}
