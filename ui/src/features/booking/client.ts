/** Whose visit it is, while it is being written. */
import type { Appointment, ClientCard, ClientFields, ClientRow } from '../../api';
import type { TypedClient } from './find';

export type FormClient =
  | { kind: 'none' }
  | { kind: 'walk_in' }
  | { kind: 'known'; id: string; name: string; phone: string; allergy: string; visits: number | null }
  | ({ kind: 'new' } & TypedClient);

/** Whose a saved visit is. */
export function clientOfVisit(visit: Appointment): FormClient {
  if (!visit.client_id) return { kind: 'walk_in' };
  const { client_id: id, client: name, phone, allergy } = visit;
  return { kind: 'known', id, name, phone, allergy, visits: null };
}

/** A client of a list. */
export function clientOfRow(row: ClientRow): FormClient {
  const { client_id: id, name, phone, allergy, visits } = row;
  return { kind: 'known', id, name, phone, allergy, visits };
}

/** A client's card. */
export function clientOfCard(card: ClientCard): FormClient {
  return {
    kind: 'known',
    id: card.client_id,
    name: card.name,
    phone: card.phones[0]?.display ?? '',
    allergy: card.client.allergy,
    visits: card.stats.visits,
  };
}

const EMPTY = {
  middle_name: '',
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
};

/** The card to be made; none where the client is known or without a card. */
export function clientFields(client: FormClient): ClientFields | null {
  if (client.kind !== 'new') return null;
  return {
    ...EMPTY,
    first_name: client.firstName.trim(),
    last_name: client.lastName.trim(),
    phones: client.phone.trim() ? [client.phone.trim()] : [],
  };
}
