import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** What a long list is drawn from; read again whenever it changes. */
interface Options {
  /** The list is long enough to be drawn in part. */
  on: () => boolean;
  scroller: () => HTMLElement | null;
  count: () => number;
  rowHeight: () => number;
}

/** The rows of a list that are on the screen, where it is too long to draw them all. */
export function virtualRows({ on, scroller, count, rowHeight }: Options) {
  let items: VirtualItem[] = $state.raw([]);
  let height = $state(0);
  let virtualizer: Virtualizer<HTMLElement, HTMLElement> | null = $state.raw(null);

  function draw(from: Virtualizer<HTMLElement, HTMLElement>) {
    items = from.getVirtualItems();
    height = from.getTotalSize();
  }

  $effect(() => {
    const element = scroller();
    if (!on() || !element) return;
    const made = new Virtualizer<HTMLElement, HTMLElement>({
      count: untrack(count),
      getScrollElement: () => element,
      estimateSize: () => rowHeight(),
      overscan: 12,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: draw,
    });
    virtualizer = made;
    const stop = made._didMount();
    made._willUpdate();
    draw(made);
    return () => {
      virtualizer = null;
      stop();
    };
  });

  // More rows come or some go: the list goes on from where it stands, and the focus with it.
  $effect(() => {
    const rows = count();
    if (!virtualizer || virtualizer.options.count === rows) return;
    virtualizer.setOptions({ ...virtualizer.options, count: rows });
    virtualizer._willUpdate();
    draw(virtualizer);
  });

  return {
    /** Their places in the list. */
    get shown() {
      return items.map((item) => item.index).filter((index) => index < count());
    },
    /** What lies above the first of them, in pixels. */
    get before() {
      return items[0]?.start ?? 0;
    },
    /** The whole list's, in pixels. */
    get height() {
      return height;
    },
    /** Scrolls just as far as a row needs to be seen whole. */
    reveal(index: number) {
      const box = scroller();
      if (!box) return;
      const top = index * rowHeight();
      const last = top + rowHeight() - box.clientHeight;
      if (top < box.scrollTop) box.scrollTo({ top });
      else if (last > box.scrollTop) box.scrollTo({ top: last });
    },
  };
}
