/** What hangs below a button: placed at it, closed by Esc, by a click elsewhere and by scrolling. */

interface Placing {
  trigger: HTMLElement;
  align: 'start' | 'end';
  side: 'bottom' | 'right';
}

const GAP = 4;
const EDGE = 8;

/** Puts a popover at its button, inside the window, above it where there is no room below. */
function place(node: HTMLElement, { trigger, align, side }: Placing): void {
  const at = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const left = side === 'right' ? at.right + GAP : align === 'start' ? at.left : at.right - width;
  const below = side === 'right' ? (align === 'start' ? at.top : at.bottom - height) : at.bottom + GAP;
  const above = at.top - GAP - height;
  const turned = side === 'bottom' && below + height > innerHeight - EDGE && above >= EDGE;
  const top = turned ? above : below;
  node.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  node.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
}

/**
 * Shows an element in the top layer while it is mounted: `{@attach popover(() => …, close)}`.
 * The browser itself closes it on a click elsewhere (`popover="auto"`); `close` hears of it.
 */
export function popover(placing: () => Placing, close: () => void): (node: HTMLElement) => () => void {
  return (node) => {
    node.showPopover();
    place(node, placing());
    // What it says may grow: it stays inside the window.
    const grown = new ResizeObserver(() => place(node, placing()));
    grown.observe(node);
    const toggled = (event: Event) => {
      if ('newState' in event && event.newState === 'closed') close();
    };
    const scrolled = (event: Event) => {
      if (event.target instanceof Node && node.contains(event.target)) return;
      close();
    };
    node.addEventListener('toggle', toggled);
    window.addEventListener('resize', close);
    window.addEventListener('scroll', scrolled, true);
    return () => {
      grown.disconnect();
      node.removeEventListener('toggle', toggled);
      window.removeEventListener('resize', close);
      window.removeEventListener('scroll', scrolled, true);
    };
  };
}
