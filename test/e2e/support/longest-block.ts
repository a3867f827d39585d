import type { Page } from 'playwright-core';

/** How long the window could not answer, in milliseconds, since the last look. */
export interface Blocks {
  /** The longest task, as the browser itself reports tasks of more than 50 ms. */
  readonly task: number;
  /** The longest time between two turns of a timer that wants one as soon as it can be had. */
  readonly gap: number;
}

interface Watched {
  readBlocks?: () => Blocks;
}

/** Begins to watch the page's main thread. */
export const watchBlocks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let [task, gap] = [0, 0];
    const note = (entries: readonly PerformanceEntry[]): void => {
      for (const { duration } of entries) task = Math.max(task, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      setTimeout(tick, 0);
    };
    tick();
    (globalThis as unknown as Watched).readBlocks = () => {
      note(observer.takeRecords());
      const blocks = { task: Math.round(task), gap: Math.round(gap) };
      [task, gap] = [0, 0];
      return blocks;
    };
  });

/** The longest blocks since the last look. */
export async function blocksSince(page: Page): Promise<Blocks> {
  // A task is reported after it has ended.
  await page.waitForTimeout(100);
  return await page.evaluate(
    () => (globalThis as unknown as Watched).readBlocks?.() ?? { task: Number.NaN, gap: Number.NaN },
  );
}
