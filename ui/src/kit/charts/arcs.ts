/** Where the parts of a ring begin and end. */

/** A part of a ring; 0 is the top, 1 a full turn. */
export interface Arc {
  from: number;
  to: number;
}

/** Shares of the whole, one after another. What is not above zero takes no room. */
export function arcsOf(values: readonly number[]): Arc[] {
  const sizes = values.map((value) => Math.max(value, 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let at = 0;
  return sizes.map((size) => {
    const from = at;
    at += whole > 0 ? size / whole : 0;
    return { from, to: at };
  });
}

/** A part of a ring as an SVG path around 0,0. `gap` is taken off its ends, in the same units as the radius. */
export function arcPath(arc: Arc, radius: number, gap = 0): string {
  const turn = Math.PI * 2;
  const size = arc.to - arc.from;
  if (size <= 0) return '';
  if (size > 0.9999) return `M0,${-radius}A${radius},${radius} 0 1 1 -0.01,${-radius}`;
  const cut = Math.min(gap / 2 / radius / turn, size / 3);
  const point = (at: number) => {
    const angle = at * turn - Math.PI / 2;
    return `${round(Math.cos(angle) * radius)},${round(Math.sin(angle) * radius)}`;
  };
  const large = size - cut * 2 > 0.5 ? 1 : 0;
  return `M${point(arc.from + cut)}A${radius},${radius} 0 ${large} 1 ${point(arc.to - cut)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
