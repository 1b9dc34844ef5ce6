/** Where the window is. The address holds screen, date, filters and what is open. */
import { formatRoute, HOME, parseRoute, type Route } from '../core/router';

let now = $state.raw<Route>(HOME);

export function route(): Route {
  return now;
}

/** Goes to a screen. Its own step in the history, unless `replace`. */
export function go(screen: string, path = '', params: Record<string, string> = {}, replace = false): void {
  const address = formatRoute({ screen, path, params });
  if (address === window.location.hash) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  read();
}

/** Changes parameters of the present address; an empty value takes one out. */
export function setParams(params: Record<string, string>, replace = true): void {
  const { screen, path, params: old } = now;
  go(screen, path, { ...old, ...params }, replace);
}

export function href(screen: string, path = '', params: Record<string, string> = {}): string {
  return formatRoute({ screen, path, params });
}

/** The present address with other parameters, to come back to: the next one keeps it as `from`. */
export function here(params: Record<string, string> = {}): string {
  return formatRoute({ ...now, params: { ...now.params, ...params } });
}

/** Goes where the present address says one came from; false where it does not say. */
export function goBack(): boolean {
  const { from } = now.params;
  if (!from) return false;
  const { screen, path, params } = parseRoute(from);
  go(screen, path, params);
  return true;
}

function read(): void {
  now = parseRoute(window.location.hash);
}

export function startRouter(): void {
  window.addEventListener('hashchange', read);
  window.addEventListener('popstate', read);
  read();
}
