/** A long list that is fetched piece by piece while somebody scrolls, and stays fresh as a whole. */
import { createInfiniteQuery, keepPreviousData } from '@tanstack/svelte-query';
import type { CommandName, Input, Output, QueryName } from './client';
import { callFresh } from './queries.svelte';
import { topicsOf } from './topics';
import type { CallError, Unreachable } from './transport';

type PagedName = {
  [K in QueryName]: Input<K> extends { offset: number; limit: number } ? K : never;
}[QueryName];
type Filter<K extends CommandName> = Omit<Input<K>, 'offset' | 'limit'>;

/**
 * Pages of a list, as one list: `const list = usePages('list_clients', () => ({ text }), (page) => page.clients)`,
 * then `list.rows`, `list.first`, `list.more()` near the end.
 */
export function usePages<K extends PagedName, Row>(
  command: K,
  filter: () => Filter<K>,
  rowsOf: (page: Output<K>) => readonly Row[],
  size = 200,
) {
  const topics = topicsOf[command] ?? [];
  const query = createInfiniteQuery(() => {
    const now = filter();
    return {
      queryKey: [topicsOf[command]?.[0] ?? 'none', command, now, 'pages', size] as const,
      queryFn: ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }): Promise<Output<K>> =>
        callFresh(command, { ...now, offset: pageParam, limit: size } as unknown as Input<K>, topics, signal),
      initialPageParam: 0,
      getNextPageParam: (last: Output<K>, _pages: Output<K>[], offset: number) =>
        rowsOf(last).length < size ? undefined : offset + size,
      meta: { topics },
      placeholderData: keepPreviousData as never,
    };
  });
  const pages = $derived((query.data as { pages: Output<K>[] } | undefined)?.pages ?? []);
  const rows = $derived(pages.flatMap((page) => rowsOf(page)));
  return {
    /** Everything fetched so far. */
    get rows(): Row[] {
      return rows;
    },
    /** The first page: totals stand in it. */
    get first(): Output<K> | undefined {
      return pages[0];
    },
    get isPending(): boolean {
      return query.isPending;
    },
    get isFetching(): boolean {
      return query.isFetching;
    },
    get error(): CallError | Unreachable | null {
      return query.error as CallError | Unreachable | null;
    },
    /** There is more to fetch. */
    get hasMore(): boolean {
      return query.hasNextPage;
    },
    /** Fetches the next page, if there is one and none is on its way. */
    more: (): void => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
