/** The question behind a figure. */
import type { ListEntries } from '../../api';

/** What is not said is everybody's, from the beginning. */
export function entriesOf(
  asked: Partial<ListEntries> & Pick<ListEntries, 'to_day' | 'account'>,
): ListEntries {
  return { from_day: null, owner: null, money_only: false, events: [], sold: null, ...asked };
}
