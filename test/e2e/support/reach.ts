import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Zooms as the menu does, with the window’s content as large as given; waits until the page is laid out by it. */
export async function zoomTo(
  app: ElectronApplication,
  page: Page,
  factor: number,
  content: { readonly width: number; readonly height: number },
): Promise<void> {
  const zoom = (): Promise<void> =>
    app.evaluate(
      ({ BrowserWindow }, { width, height, wanted }) => {
        const window = BrowserWindow.getAllWindows()[0];
        window?.setContentSize(width, height);
        window?.webContents.setZoomFactor(wanted);
      },
      { ...content, wanted: factor },
    );
  const wanted = [Math.round(content.width / factor), Math.round(content.height / factor)];
  // Asked for while a page is being laid out anew, a zoom may come to nothing.
  const sizeOfPage = async (): Promise<readonly number[]> => {
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    if (size.join() !== wanted.join()) await zoom();
    return size;
  };
  await expect.poll(sizeOfPage, { timeout: 10_000, interval: 200 }).toEqual(wanted);
}

/**
 * What on the page can’t be reached or read in a window of this size; one text per fault, empty where there is none.
 * Looked at is what lies on top: the open menu, else the open dialog, else the window. Everything that can be operated
 * there must scroll into sight and then be hit in its middle; no text may need scrolling sideways, or be cut off there.
 * Tables and the grid may scroll in both directions: their meaning hangs on it.
 */
export const hardToReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const OPERABLE =
      ':is(a[href], button, input, select, textarea, summary, [tabindex="0"], [role=tab], [role=separator])';
    const SCROLLS_BOTH_WAYS = '.grid, table, .beginning, .history-table-frame, pre, .tabs';
    const faults: string[] = [];
    const root =
      [...document.querySelectorAll('[popover]:popover-open')].at(-1) ??
      [...document.querySelectorAll('dialog[open]')].at(-1) ??
      document.body;

    const nameOf = (element: Element): string => {
      const { tagName, className } = element;
      const words = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
      return `${tagName.toLowerCase()}.${className.split(' ').join('.')} “${words}”`;
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const isOnlyForListening = (element: Element): boolean =>
      element.closest('.said, .visually-hidden') !== null;

    const isHit = (element: Element): boolean => {
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit === null) return false;
      return element.contains(hit) || hit.closest('label')?.control === element;
    };

    const operable = [...root.querySelectorAll<HTMLElement>(OPERABLE)].filter(
      (element) => isSeen(element) && element.closest('.grid') === null && !isOnlyForListening(element),
    );
    if (operable.length === 0) faults.push('There is nothing to operate.');
    for (const element of operable) if (!isHit(element)) faults.push(`can’t be hit: ${nameOf(element)}`);

    // What says itself with dots has the whole text in its tooltip or its details.
    const isShortened = (element: Element): boolean =>
      element.closest('[title]') !== null || getComputedStyle(element).textOverflow === 'ellipsis';
    const all = [document.documentElement, ...root.querySelectorAll<HTMLElement>('*')];
    for (const element of all) {
      if (element.closest(SCROLLS_BOTH_WAYS) || isOnlyForListening(element) || !isSeen(element)) continue;
      const { overflowX } = getComputedStyle(element);
      const clips = overflowX !== 'visible' || element === document.documentElement;
      const isField = element.matches('input, textarea, select');
      if (clips && !isField && element.scrollWidth > element.clientWidth + 1 && !isShortened(element))
        faults.push(
          `is wider than its place by ${element.scrollWidth - element.clientWidth}: ${nameOf(element)}`,
        );
    }
    return faults;
  });

/** How many rows of the grid lie in sight at once, whole, when it is scrolled to. */
export const rowsInSight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('.grid .ag-row')].filter((row) => row.matches('[row-index]'));
    const viewport = document.querySelector('.ag-grid-viewport');
    if (!viewport) return 0;
    document.querySelector('.grid')?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const head = document.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? 0;
    const frame = viewport.getBoundingClientRect();
    const top = Math.max(0, head, frame.top);
    const bottom = Math.min(innerHeight, frame.top + viewport.clientHeight);
    const whole = rows
      .map((row) => [row.getAttribute('row-index'), row.getBoundingClientRect()] as const)
      .filter(([, { top: from, bottom: to, height }]) => height > 0 && from >= top - 1 && to <= bottom + 1);
    return new Set(whole.map(([index]) => index)).size;
  });
