/** Countries and zones by name; the facts of a country come from the engine. */

interface Place {
  country: string;
}

export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale, 'ru'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The country to offer first: the PC's region, else the one where the language is spoken. */
export function likelyCountry<T extends Place>(
  countries: readonly T[],
  locale: string,
  spoken: readonly string[] = typeof navigator === 'undefined' ? [] : navigator.languages,
): T | undefined {
  const homes: Record<string, string> = { uk: 'UA', kk: 'KZ' };
  const regions = spoken.map((tag) => tag.split('-').at(-1) ?? '').filter((part) => /^[A-Z]{2}$/.test(part));
  const wanted = [homes[locale] ?? '', ...regions];
  for (const code of wanted) {
    const found = countries.find((one) => one.country === code);
    if (found) return found;
  }
  return countries[0];
}

/** `Asia/Almaty` → `Almaty, GMT+5`. */
export function zoneName(zone: string, locale: string): string {
  const city = (zone.split('/').at(-1) ?? zone).replace(/_/g, ' ');
  try {
    const parts = new Intl.DateTimeFormat(locale === 'kk' ? 'ru' : locale, {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts(new Date());
    const offset = parts.find((part) => part.type === 'timeZoneName')?.value;
    return offset ? `${city}, ${offset}` : city;
  } catch {
    return city;
  }
}
