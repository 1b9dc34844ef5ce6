/** The address: screen, its path below, and what is open. `#/clients/0190…?panel=edit`. */

export interface Route {
  /** The screen, e.g. `calendar`. */
  screen: string;
  /** What follows it, e.g. a client's id; empty where nothing does. */
  path: string;
  /** Date, filters, open panel. */
  params: Record<string, string>;
}

export const HOME: Route = { screen: 'calendar', path: '', params: {} };

export function parseRoute(hash: string): Route {
  const [address = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [screen = '', ...rest] = address.split('/').map(decode);
  const params: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = value;
  return screen === '' ? { ...HOME, params } : { screen, path: rest.join('/'), params };
}

export function formatRoute(route: Route): string {
  const address = [route.screen, ...route.path.split('/')].filter(Boolean).map(encodeURIComponent).join('/');
  const filled = Object.entries(route.params).filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  return `#/${address}${query ? `?${query}` : ''}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
