/** 'How did you hear about us': what the desk offers. Empty means a repeat visit. */
import * as m from '../../paraglide/messages.js';

const known: Record<string, () => string> = {
  '': m.booking_source_repeat,
  internet: m.booking_source_internet,
  recommendation: m.booking_source_recommendation,
  '2gis': () => '2GIS',
  instagram: () => 'Instagram',
  facebook: () => 'Facebook',
  other: m.booking_source_other,
};

interface Option {
  value: string;
  label: string;
}

/**
 * The choices: the salon's own list where it has one (`''` is then its first, the usual one), else the
 * product's. What a visit already says stays as it is.
 */
export function sourceOptions(now: string, own: readonly string[], saved: boolean): Option[] {
  const listed = own.map((label, index) => ({ value: !saved && index === 0 ? '' : label, label }));
  const options =
    own.length > 0 ? listed : Object.entries(known).map(([value, label]) => ({ value, label: label() }));
  if (options.some((one) => one.value === now)) return options;
  return [...options, { value: now, label: known[now]?.() ?? now }];
}
