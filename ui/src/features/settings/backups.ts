/** Words and figures of the list of backups. */
import * as m from '../../paraglide/messages.js';

const whys: Record<string, () => string> = {
  daily: m.settings_why_daily,
  shift: m.settings_why_shift,
  migration: m.settings_why_migration,
  import: m.settings_why_import,
  manual: m.settings_why_manual,
  before_restore: m.settings_why_before_restore,
};

export function whyName(why: string): string {
  return whys[why]?.() ?? why;
}

/** Bytes as megabytes with one decimal. */
export function amountOf(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace('.', ',');
}
