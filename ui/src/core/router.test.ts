import { describe, expect, it } from 'vitest';
import { formatRoute, HOME, parseRoute } from './router';

describe('the address', () => {
  it('goes there and back', () => {
    const route = { screen: 'clients', path: '0190-a', params: { panel: 'edit', text: 'Ә ? & =' } };
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it('begins at the calendar', () => {
    expect(parseRoute('')).toEqual(HOME);
    expect(parseRoute('#/?date=2026-11-21')).toEqual({ ...HOME, params: { date: '2026-11-21' } });
  });

  it('leaves empty parameters out and survives broken escapes', () => {
    expect(formatRoute({ screen: 'cash', path: '', params: { panel: '' } })).toBe('#/cash');
    expect(parseRoute('#/clients/%E0%A4%A').path).toBe('%E0%A4%A');
  });
});
