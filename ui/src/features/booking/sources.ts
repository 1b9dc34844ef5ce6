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

/** The choices; one that the list does not know stays as it is. */
export function sourceOptions(now: string): { value: string; label: string }[] {
  const options = Object.entries(known).map(([value, label]) => ({ value, label: label() }));
  return now in known ? options : [...options, { value: now, label: now }];
}
