/** The two ways to the engine: Tauri's one entry in the desktop window, HTTP in a browser. */
import type { Call, CommandError, Event } from './generated/wire';

/** The engine refused; the code says which sentence to show. */
export class CallError extends Error {
  readonly code: CommandError['code'];
  readonly facts: Readonly<Record<string, string>>;

  constructor(error: CommandError) {
    super(error.code);
    this.name = 'CallError';
    this.code = error.code;
    this.facts = error.facts as Record<string, string>;
  }
}

/** The engine was not reached: nobody knows whether the call was done. Ask again with the same request id. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

export interface Transport {
  call(call: Call, signal?: AbortSignal): Promise<unknown>;
  /** Calls back with every event; `connected` with every change of the line. */
  listen(event: (event: Event) => void, connected: (online: boolean) => void): void;
}

export function isCommandError(value: unknown): value is CommandError {
  return typeof value === 'object' && value !== null && 'code' in value && 'facts' in value;
}

export const inDesktop = typeof window !== 'undefined' && '__TAURI_INTERNALS__' in window;

const desktop: Transport = {
  async call(call) {
    const { invoke } = await import('@tauri-apps/api/core');
    try {
      return await invoke('call', { call });
    } catch (error) {
      throw isCommandError(error) ? new CallError(error) : new Unreachable(error);
    }
  },
  listen(onEvent, connected) {
    void import('@tauri-apps/api/event')
      .then(({ listen }) => listen<Event>('adelante-event', (message) => onEvent(message.payload)))
      .then(() => connected(true));
  },
};

const TOKEN = 'adelante.token';

/** The one-time token from the address; kept for this tab and taken out of the address. */
function token(): string {
  const url = new URL(window.location.href);
  const fresh = url.searchParams.get('token');
  if (fresh) {
    sessionStorage.setItem(TOKEN, fresh);
    url.searchParams.delete('token');
    window.history.replaceState(window.history.state, '', url);
  }
  return sessionStorage.getItem(TOKEN) ?? '';
}

async function overHttp(call: Call, signal?: AbortSignal): Promise<unknown> {
  let answer: Response;
  let body: unknown;
  try {
    answer = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: JSON.stringify(call),
      signal,
    });
    body = await answer.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error);
  }
  if (answer.ok) return body;
  throw isCommandError(body) ? new CallError(body) : new Unreachable(answer.status);
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

function overSocket(onEvent: (event: Event) => void, connected: (online: boolean) => void): void {
  let wait = FIRST_RETRY_MS;
  const connect = () => {
    const url = new URL('/api/events', window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('token', token());
    const socket = new WebSocket(url);
    socket.onopen = () => {
      wait = FIRST_RETRY_MS;
      connected(true);
    };
    socket.onmessage = (message) => onEvent(JSON.parse(String(message.data)) as Event);
    socket.onclose = () => {
      connected(false);
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LAST_RETRY_MS);
    };
  };
  connect();
}

const browser: Transport = { call: overHttp, listen: overSocket };

export const transport: Transport = inDesktop ? desktop : browser;
