import type { Page } from 'playwright-core';
import type { Sighting } from '../../support/sightings.ts';

interface Watching {
  stopWatchingRun?: () => Sighting[];
}

/** Begins to look at the window again and again, from inside: nothing that comes and goes between is missed for long. */
export const watchRun = (page: Page, everyMs: number): Promise<void> =>
  page.evaluate((interval) => {
    const grid = document.querySelector('.ag-grid-viewport');
    if (!grid) throw new Error('There is no grid.');
    const startedAt = performance.now();
    const sightings: Sighting[] = [];
    let rowsMade = 0;
    const isRow = (node: Node): boolean => node instanceof Element && node.classList.contains('ag-row');
    const observer = new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations) rowsMade += [...addedNodes].filter(isRow).length;
    });
    observer.observe(grid, { childList: true, subtree: true });
    const textOf = (row: Element, column: string): string =>
      row.querySelector(`[col-id="${column}"]`)?.textContent ?? '';
    const look = (): void => {
      const tabs = [...document.querySelectorAll<HTMLElement>('[data-tab]')].map((tab) => [
        tab.dataset['tab'] ?? '',
        Number(tab.querySelector('.tab-count')?.textContent.replaceAll(',', '')),
      ]);
      const rows = [...grid.querySelectorAll('.ag-row[row-index]')].map((row) => [
        Number(row.getAttribute('row-index')),
        [textOf(row, 'line'), textOf(row, 'state')],
      ]);
      sightings.push({
        at: Math.round(performance.now() - startedAt),
        tabs: Object.fromEntries(tabs) as Record<string, number>,
        rows: Object.fromEntries(rows) as Record<number, [string, string]>,
        scrollTop: grid.scrollTop,
        rowsMade,
      });
      rowsMade = 0;
    };
    const timer = setInterval(look, interval);
    (globalThis as unknown as Watching).stopWatchingRun = () => {
      clearInterval(timer);
      observer.disconnect();
      return sightings;
    };
  }, everyMs);

/** Ends the watch; says what was seen, in its order. */
export const whatWasSeen = (page: Page): Promise<readonly Sighting[]> =>
  page.evaluate(() => (globalThis as unknown as Watching).stopWatchingRun?.() ?? []);
