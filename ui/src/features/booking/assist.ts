/** Who helps at a service: what is typed, what is asked for. No framework. */
import type { AssistantShare } from '../../api';
import { readPercent, writePercent } from '../../core/percent';

/** At most so many help at one service. */
export const MOST = 5;
const WHOLE_BP = 10_000;

/** A row of the form. */
export interface Helper {
  /** Empty: nobody. */
  staffId: string;
  percent: string;
}

/** Who helps now, and one empty row for the next one. */
export function rowsOf(present: readonly AssistantShare[]): Helper[] {
  const rows = present.map((one) => ({
    staffId: one.staff_id as string,
    percent: writePercent(one.share_bp),
  }));
  return withRoom(rows);
}

/** With an empty row at the end, as long as there is room. */
export function withRoom(rows: readonly Helper[]): Helper[] {
  const full = rows.length >= MOST || rows.at(-1)?.staffId === '';
  return full ? [...rows] : [...rows, { staffId: '', percent: '' }];
}

/** What the rows ask for; `null` where a share is none, or all together are more than the whole. */
export function sharesOf(rows: readonly Helper[]): AssistantShare[] | null {
  const shares: AssistantShare[] = [];
  let whole = 0;
  for (const { staffId, percent } of rows) {
    if (staffId === '') continue;
    const share_bp = readPercent(percent);
    if (!share_bp) return null;
    whole += share_bp;
    shares.push({ staff_id: staffId, share_bp });
  }
  return whole > WHOLE_BP ? null : shares;
}

/** 'Anna 30 %'. */
export function shareText(name: string, one: AssistantShare): string {
  return `${name} ${writePercent(one.share_bp)}\u00a0%`;
}
