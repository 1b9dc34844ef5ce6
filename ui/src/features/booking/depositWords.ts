/** Words of deposits. */
import type { DepositChoice, DepositProposal } from '../../api';
import * as m from '../../paraglide/messages.js';
import { money } from '../../state';

/** What can become of a deposit, with its sums. */
export function choiceWords(choice: DepositChoice): string {
  const kept = money(choice.kept_minor);
  const back = money(choice.returned_minor);
  switch (choice.end) {
    case 'return':
      return choice.kept_minor > 0
        ? m.booking_deposit_keep_part({ kept, back })
        : m.booking_deposit_return({ back });
    case 'keep':
      return m.booking_deposit_keep({ kept });
    case 'keep_part':
      return m.booking_deposit_keep_part({ kept, back });
    case 'balance':
      return m.booking_deposit_balance({ sum: money(choice.to_balance_minor) });
  }
}

/** Why the rule says what it says. */
export function whyWords({ why, free_hours }: DepositProposal): string {
  switch (why) {
    case 'in_time':
      return m.booking_deposit_in_time({ hours: free_hours });
    case 'late':
      return m.booking_deposit_late({ hours: free_hours });
    case 'missed':
      return m.booking_deposit_missed();
  }
}
