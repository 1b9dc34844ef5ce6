/** Server data for components: cached answers that events make stale, and calls that change things. */
import { createQuery, keepPreviousData, QueryClient } from '@tanstack/svelte-query';
import { call, type CommandName, type Input, newRequestId, type Output, type QueryName } from './client';
import type { Event } from './generated/wire';
import { type Topic, topicsOf } from './topics';
import { CallError, transport, Unreachable } from './transport';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: (count, error) => error instanceof Unreachable && count < 3,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

/** How often each topic went stale. */
const turns = new Map<string, number>();
const EVERYTHING = 'everything';
const turnsOf = (topics: readonly Topic[]) =>
  [EVERYTHING, ...topics].reduce((sum, topic) => sum + (turns.get(topic) ?? 0), 0);

function turned(topics: readonly string[]) {
  for (const topic of topics) turns.set(topic, (turns.get(topic) ?? 0) + 1);
}

/** Asks until nothing went stale between the question and its answer: the answer may be older than the change. */
export async function callFresh<K extends QueryName>(
  command: K,
  input: Input<K>,
  topics: readonly Topic[],
  signal?: AbortSignal,
): Promise<Output<K>> {
  for (;;) {
    await listening;
    const before = turnsOf(topics);
    const output = await call(command, input, { signal });
    if (turnsOf(topics) === before) return output;
  }
}

/** Marks every answer about these topics stale; those on screen are asked for anew. */
export function invalidate(...topics: readonly string[]): void {
  turned(topics);
  void queryClient.invalidateQueries({
    predicate: (query) => {
      const own = query.meta?.topics as readonly Topic[] | undefined;
      return own?.some((topic) => topics.includes(topic)) ?? false;
    },
  });
}

export function queryKey<K extends QueryName>(command: K, input: Input<K>): readonly unknown[] {
  return [topicsOf[command]?.[0] ?? 'none', command, input];
}

export interface QueryOptions {
  /** Ask only while true. */
  enabled?: boolean;
  /** Show the last answer while the next one comes: for pages, dates, typing. */
  keep?: boolean;
  /** Ask again every so many milliseconds. */
  every?: number;
  /** Extra topics beside the table's own. */
  topics?: readonly Topic[];
}

/**
 * An answer that stays fresh. `input` is a function, so that it follows what it reads:
 * `const day = useQuery('get_day', () => ({ day: date }))`, then `day.data`, `day.error`, `day.isPending`.
 */
export function useQuery<K extends QueryName>(
  command: K,
  input: () => Input<K>,
  options: () => QueryOptions = () => ({}),
) {
  return createQuery<Output<K>, CallError | Unreachable>(() => {
    const now = input();
    const { enabled = true, keep = false, every, topics: more = [] } = options();
    const topics = [...(topicsOf[command] ?? []), ...more];
    return {
      queryKey: queryKey(command, now),
      queryFn: ({ signal }: { signal: AbortSignal }) => callFresh(command, now, topics, signal),
      meta: { topics },
      enabled,
      refetchInterval: every ?? false,
      placeholderData: keep ? (keepPreviousData as never) : undefined,
    };
  });
}

/** Asks once and keeps the answer in the cache; for code that is no component. */
export function ask<K extends QueryName>(command: K, input: Input<K>): Promise<Output<K>> {
  const topics = topicsOf[command] ?? [];
  return queryClient.fetchQuery({
    queryKey: queryKey(command, input),
    queryFn: () => callFresh(command, input, topics),
    meta: { topics },
  });
}

/** What `useMutation` tells its surroundings; the desk shows toasts by it. */
export const mutationHooks: {
  succeeded: (toast: string | null, undo: boolean) => void;
  failed: (error: unknown) => void;
} = {
  succeeded: () => {},
  failed: () => {},
};

export interface MutationOptions<K extends CommandName> {
  /** What to say when it is done. */
  toast?: (output: Output<K>, input: Input<K>) => string;
  /** Offer to take it back in that toast; or whether to, by what was asked. */
  undo?: boolean | ((input: Input<K>) => boolean);
  /** What to do when it is done. */
  done?: (output: Output<K>, input: Input<K>) => void;
  /** Topics to ask for anew; mutations announce theirs themselves, device and host commands do not. */
  stale?: readonly Topic[];
  /** The caller shows the error itself (under a field); else a toast says it. */
  quiet?: boolean;
}

export class Mutation<K extends CommandName> {
  pending = $state(false);
  error = $state.raw<CallError | Unreachable | null>(null);
  #asked: { key: string; requestId: string } | null = null;
  #command: K;
  #options: MutationOptions<K>;

  constructor(command: K, options: MutationOptions<K>) {
    this.#command = command;
    this.#options = options;
  }

  /**
   * Does it. The answer, or `undefined` where it failed (then `error` says why). While a call runs
   * a second one is ignored. A call that was not answered is repeated with the same request id.
   */
  run = async (input: Input<K>, requestId?: string): Promise<Output<K> | undefined> => {
    if (this.pending) return undefined;
    this.pending = true;
    this.error = null;
    const key = JSON.stringify(input);
    const id = requestId ?? (this.#asked?.key === key ? this.#asked.requestId : newRequestId());
    this.#asked = { key, requestId: id };
    try {
      const output = await call(this.#command, input, { requestId: id });
      this.#asked = null;
      invalidate(...(this.#options.stale ?? []));
      const { toast, undo = false } = this.#options;
      mutationHooks.succeeded(
        toast?.(output, input) ?? null,
        typeof undo === 'function' ? undo(input) : undo,
      );
      this.#options.done?.(output, input);
      return output;
    } catch (error) {
      if (error instanceof CallError) this.#asked = null;
      this.error =
        error instanceof CallError || error instanceof Unreachable ? error : new Unreachable(error);
      if (!this.#options.quiet) mutationHooks.failed(this.error);
      return undefined;
    } finally {
      this.pending = false;
    }
  };

  /** Forgets the error. */
  reset = (): void => {
    this.error = null;
  };
}

/** Something that changes the salon: `const save = useMutation('update_client', { toast: … })`, then `save.run(input)`. */
export function useMutation<K extends CommandName>(
  command: K,
  options: MutationOptions<K> = {},
): Mutation<K> {
  return new Mutation(command, options);
}

/** The line to the engine and what it tells. */
export const line = $state({ online: true });
/** Nothing is asked before changes can be heard: what changed in between would stay unseen. */
const LONGEST_WAIT_MS = 2000;
let heard: () => void;
const listening = new Promise<void>((resolve) => {
  heard = resolve;
});
const listeners = new Set<(event: Event) => void>();

/** Calls back with every event until the answer is called. */
export function onEvent(listener: (event: Event) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begins to listen; once, at the start. */
export function startEvents(): void {
  setTimeout(heard, LONGEST_WAIT_MS);
  transport.listen(
    (event) => {
      if (event.kind === 'stale') invalidate(...event.topics);
      if (event.kind === 'replaced') void queryClient.resetQueries();
      for (const listener of listeners) listener(event);
    },
    (online) => {
      // What was missed while the line was down is not known: ask for everything anew.
      if (online && !line.online) {
        turned([EVERYTHING]);
        void queryClient.invalidateQueries();
      }
      line.online = online;
      heard();
    },
  );
}
