/** Scrolls just as far as a box behind sticky edges needs to be seen. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function reveal(scroller: HTMLElement, box: Box, axis: number, head: number): void {
  const seenX = scroller.clientWidth - axis;
  const seenY = scroller.clientHeight - head;
  const { left, top, width, height } = box;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (left + width > scroller.scrollLeft + seenX) scroller.scrollLeft = left + width - seenX;
  if (top < scroller.scrollTop) scroller.scrollTop = top - 12;
  else if (top + height > scroller.scrollTop + seenY) scroller.scrollTop = top + height - seenY;
}
