import { describe, expect, it } from 'vitest';
import { countryName, likelyCountry, zoneName } from './places';

const countries = [{ country: 'KZ' }, { country: 'RU' }, { country: 'UA' }];

describe('places', () => {
  it("offers the country of the language, then the PC's, then the first", () => {
    expect(likelyCountry(countries, 'uk', ['en-US'])?.country).toBe('UA');
    expect(likelyCountry(countries, 'ru', ['ru-RU', 'en'])?.country).toBe('RU');
    expect(likelyCountry(countries, 'en', ['en-US'])?.country).toBe('KZ');
    expect(likelyCountry([], 'ru', [])).toBeUndefined();
  });

  it('names countries and zones, and survives unknown ones', () => {
    expect(countryName('KZ', 'ru')).toBe('Казахстан');
    expect(countryName('?', 'ru')).toBe('?');
    expect(zoneName('Asia/Almaty', 'en')).toBe('Almaty, GMT+5');
    expect(zoneName('Moon/Sea_of_Rain', 'en')).toBe('Sea of Rain');
  });
});
