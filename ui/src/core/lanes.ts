/**
 * Visits of one staff member that overlap stand side by side, so that none is hidden.
 * A group of visits that touch in a chain shares the width; a visit that has free lanes to its
 * right grows into them.
 */

export interface Span {
  start: number;
  end: number;
}

export interface Lane {
  /** Lane from the left, from 0. */
  lane: number;
  /** How many lanes the group has. */
  lanes: number;
  /** How many lanes the visit takes. */
  span: number;
}

/** One lane per span, in the order given. Spans that only touch do not overlap. */
export function layLanes(spans: readonly Span[]): Lane[] {
  const result: Lane[] = spans.map(() => ({ lane: 0, lanes: 1, span: 1 }));
  const order = spans.map((_, index) => index).sort((a, b) => compare(at(spans, a), at(spans, b)) || a - b);
  let group: number[] = [];
  let groupEnd = -Infinity;
  for (const index of order) {
    const span = at(spans, index);
    if (span.start >= groupEnd && group.length > 0) {
      placeGroup(group, spans, result);
      group = [];
    }
    group.push(index);
    groupEnd = group.length === 1 ? span.end : Math.max(groupEnd, span.end);
  }
  if (group.length > 0) placeGroup(group, spans, result);
  return result;
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}

function compare(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function placeGroup(group: readonly number[], spans: readonly Span[], result: Lane[]): void {
  const ends: number[] = [];
  for (const index of group) {
    const span = at(spans, index);
    let lane = ends.findIndex((end) => end <= span.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = span.end;
    at(result, index).lane = lane;
  }
  for (const index of group) {
    const own = at(result, index);
    own.lanes = ends.length;
    const blocked = group
      .filter((other) => at(result, other).lane > own.lane && overlap(at(spans, other), at(spans, index)))
      .map((other) => at(result, other).lane);
    own.span = Math.min(ends.length, ...blocked) - own.lane;
  }
}
