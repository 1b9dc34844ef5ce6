/** Where the list was left, so that coming back from a card lands on the same row. */
export const place: { clientId: string; filter: string } = { clientId: '', filter: '' };
