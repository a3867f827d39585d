/** Pixels the grid scrolls at most in a frame: the further out the pointer, the faster. */
const MOST_PER_FRAME = 48;

/** Tells what the pointer is over until the button is let go; beyond the edges the grid scrolls under it. */
export function whileDragging(
  container: HTMLElement,
  start: MouseEvent,
  signal: AbortSignal,
  onOver: (element: Element) => void,
): void {
  const viewport = container.querySelector('.ag-grid-viewport');
  if (!viewport) return;
  const ended = new AbortController();
  let [x, y] = [Number.NaN, Number.NaN];
  let frame = 0;

  const look = (): void => {
    const inside = innerBox(viewport);
    const over = document.elementFromPoint(
      clamped(x, viewport.getBoundingClientRect().left + 1, inside.right - 1),
      clamped(y, inside.top + 1, inside.bottom - 1),
    );
    if (over) onOver(over);
  };
  const scroll = (): void => {
    frame = 0;
    if (Number.isNaN(x)) return;
    const { top, right, bottom, left } = innerBox(viewport);
    // Whoever began in the columns that stay in sight is still among them.
    const isAmongPinned = x < left && start.clientX < left;
    const by = { left: isAmongPinned ? 0 : speed(x, left, right), top: speed(y, top, bottom) };
    if (by.left === 0 && by.top === 0) return;
    viewport.scrollBy(by);
    look();
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (event: MouseEvent): void => {
    [x, y] = [event.clientX, event.clientY];
    look();
    if (frame === 0) frame = requestAnimationFrame(scroll);
  };
  const end = (): void => {
    ended.abort();
    cancelAnimationFrame(frame);
  };
  const until = { signal: AbortSignal.any([signal, ended.signal]) };
  document.addEventListener('mousemove', onMove, until);
  document.addEventListener('mouseup', end, until);
  window.addEventListener('blur', end, until);
}

/** Where rows scroll: below the header, right of what stays in sight. */
function innerBox(viewport: Element): { top: number; right: number; bottom: number; left: number } {
  const { top, right, bottom, left } = viewport.getBoundingClientRect();
  const header = viewport.querySelector('.ag-header')?.clientHeight ?? 0;
  const pinned = viewport.querySelector('.ag-header .ag-grid-pinned-left-cells')?.clientWidth ?? 0;
  return { top: top + header, right, bottom, left: left + pinned };
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : Math.max(0, at - high);
  return clamped(beyond, -MOST_PER_FRAME, MOST_PER_FRAME);
}
