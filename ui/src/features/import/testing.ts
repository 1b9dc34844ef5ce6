/** Rows for tests. */
import type { ClientFields, ImportRow } from '../../api';

export function emptyRow(client: Partial<ClientFields>): ImportRow {
  return {
    row: 1,
    outcome: 'created',
    client: {
      first_name: '',
      last_name: '',
      middle_name: '',
      phones: [],
      email: '',
      birthday: null,
      gender: '',
      allergy: '',
      note: '',
      source: '',
      tags: [],
      discount_bp: 0,
      card_number: '',
      data_consent: false,
      marketing_consent: false,
      ...client,
    },
  };
}
