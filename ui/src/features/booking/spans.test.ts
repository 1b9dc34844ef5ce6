import { describe, expect, it } from 'vitest';
import { endOf, saidStart, spansOf, standing } from './spans';

const line = (minutes: number, more: { together?: boolean; gap?: number } = {}) => ({
  minutes,
  together: more.together ?? false,
  gap: more.gap ?? 0,
});

describe('services of one visit', () => {
  it('follow each other', () => {
    const spans = spansOf(600, [line(60), line(30, { gap: 15 }), line(45)]);
    expect(spans).toEqual([
      { start: 600, end: 660 },
      { start: 675, end: 705 },
      { start: 705, end: 750 },
    ]);
    expect([0, 1, 2].map((index) => saidStart(spans, index))).toEqual([null, 675, null]);
  });

  it('go on together, and the next waits for the longest', () => {
    const spans = spansOf(600, [line(90), line(60, { together: true }), line(30)]);
    expect(spans.map((span) => span.start)).toEqual([600, 600, 690]);
    expect(endOf(600, spans)).toBe(720);
    expect([0, 1, 2].map((index) => saidStart(spans, index))).toEqual([null, 600, 690]);
  });

  it('the longest may be the first of them', () => {
    const spans = spansOf(600, [line(90), line(30, { together: true })]);
    expect(endOf(600, spans)).toBe(690);
  });

  it('are read back as they were written', () => {
    const written = [line(90), line(60, { together: true }), line(30, { gap: 10 })];
    const spans = spansOf(600, written);
    const read = spans.map((span, index) =>
      standing(span, spans[index - 1], endOf(600, spans.slice(0, index))),
    );
    expect(read).toEqual(written.map(({ together, gap }) => ({ together, gap })));
  });

  it('a visit without services ends when it begins', () => {
    expect(endOf(600, spansOf(600, []))).toBe(600);
  });
});
