/** The one door to the engine: `call(command, input)`, typed by the generated table. */
import { uuidv7 } from '../core/ids';
import { commandKinds, type Commands } from './generated/wire';
import { transport } from './transport';

export type CommandName = keyof Commands;
export type Input<K extends CommandName> = Commands[K]['input'];
export type Output<K extends CommandName> = Commands[K]['output'];
/** Commands that only read. */
export type QueryName = {
  [K in CommandName]: Commands[K]['kind'] extends 'query' | 'host' | 'local' ? K : never;
}[CommandName];

const SESSION = 'adelante.session';
let sessionId: string | null = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(SESSION);

/** Who asks from now on. Kept for this window, so that a reload does not ask for the PIN again. */
export function keepSession(id: string | null): void {
  sessionId = id;
  if (id === null) sessionStorage.removeItem(SESSION);
  else sessionStorage.setItem(SESSION, id);
}

/** A fresh request id. Keep it with what it is for, and repeat the call with the same one. */
export function newRequestId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export interface CallOptions {
  /** For mutations; made here where the caller brings none. */
  requestId?: string;
  signal?: AbortSignal;
}

/** Asks the engine. Throws `CallError` where it refuses and `Unreachable` where it is not there. */
export async function call<K extends CommandName>(
  command: K,
  input: Input<K>,
  options: CallOptions = {},
): Promise<Output<K>> {
  const mutation = commandKinds[command] === 'mutation';
  const request_id = options.requestId ?? (mutation ? newRequestId() : null);
  const answer = await transport.call({ command, input, request_id, session_id: sessionId }, options.signal);
  return answer as Output<K>;
}
