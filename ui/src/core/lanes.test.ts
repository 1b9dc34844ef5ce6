import { describe, expect, it } from 'vitest';
import { layLanes, type Span } from './lanes';

const span = (start: number, end: number): Span => ({ start, end });

describe('lanes', () => {
  it('gives the whole width to visits that only touch', () => {
    expect(layLanes([span(540, 600), span(600, 660)])).toEqual([
      { lane: 0, lanes: 1, span: 1 },
      { lane: 0, lanes: 1, span: 1 },
    ]);
  });

  it('puts overlapping visits side by side in the order of their start', () => {
    expect(layLanes([span(570, 630), span(540, 600)])).toEqual([
      { lane: 1, lanes: 2, span: 1 },
      { lane: 0, lanes: 2, span: 1 },
    ]);
  });

  it('lets a visit grow into lanes that nobody needs beside it', () => {
    const lanes = layLanes([span(0, 60), span(0, 60), span(0, 60), span(30, 90), span(60, 120)]);
    expect(lanes[3]).toEqual({ lane: 3, lanes: 4, span: 1 });
    expect(lanes[4]).toEqual({ lane: 0, lanes: 4, span: 3 });
  });

  it('keeps the order given and knows the empty list', () => {
    expect(layLanes([])).toEqual([]);
  });

  it('never lays one visit over another, whatever the day looks like', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let round = 0; round < 200; round += 1) {
      const spans = Array.from({ length: random(30) }, () => {
        const start = random(600);
        return span(start, start + 5 + random(180));
      });
      const lanes = layLanes(spans);
      for (let a = 0; a < spans.length; a += 1) {
        for (let b = a + 1; b < spans.length; b += 1) {
          const [one, two] = [spans[a] as Span, spans[b] as Span];
          if (one.start >= two.end || two.start >= one.end) continue;
          const [left, right] = [lanes[a], lanes[b]];
          if (!left || !right) throw new Error('a visit has no lane');
          const apart = left.lane + left.span <= right.lane || right.lane + right.span <= left.lane;
          expect(apart, `round ${round}: ${a} and ${b}`).toBe(true);
          expect(left.lanes).toBe(right.lanes);
        }
      }
    }
  });
});
