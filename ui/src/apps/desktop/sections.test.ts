import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../core/router';
import { isIn, sections } from './sections';

const lit = (address: string) =>
  sections.filter((section) => isIn(section, parseRoute(address))).map(({ screen }) => screen);

describe('the section that an address belongs to', () => {
  it.each([
    ['#/calendar', ['calendar']],
    ['#/checkout/v1', ['calendar']],
    ['#/checkout/v1?sale=1', ['sales']],
    ['#/sales?tab=discounts', ['sales']],
    ['#/import', ['clients']],
  ])('%s', (address, screens) => expect(lit(address)).toEqual(screens));
});
