import type { Page } from 'playwright-core';

/** Frames of steady scrolling, as by holding a key, and then of jumps through the sheet, as by dragging the bar. */
const STEADY_FRAMES = 120;
const JUMPS = 60;
const STEADY_STEP = 96;

/** The longest frame while a page's grid is scrolled, in ms: the time between two frames the browser draws. */
export const worstScrollFrame = (page: Page): Promise<number> =>
  page.evaluate(
    async ([steadyFrames, jumps, step]) => {
      const grid = document.querySelector('.ag-grid-viewport');
      if (grid === null) throw new Error('The page has no grid.');
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      grid.scrollTop = 0;
      for (let settle = 0; settle < 10; settle++) await frame();
      let worst = 0;
      let last = await frame();
      for (let index = 0; index < steadyFrames + jumps; index++) {
        if (index < steadyFrames) grid.scrollTop += step;
        else grid.scrollTop = (((index * 37) % jumps) / jumps) * grid.scrollHeight;
        const now = await frame();
        worst = Math.max(worst, now - last);
        last = now;
      }
      grid.scrollTop = 0;
      for (let settle = 0; settle < 10; settle++) await frame();
      return worst;
    },
    [STEADY_FRAMES, JUMPS, STEADY_STEP] as const,
  );

interface Framed {
  worstFrame?: () => number;
}

/** Begins to watch the frames of a page; `worstFrameSince` tells the longest so far. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let worst = 0;
    let last: number | undefined;
    const look = (now: number): void => {
      if (last !== undefined) worst = Math.max(worst, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    (globalThis as unknown as Framed).worstFrame = () => {
      const seen = worst;
      worst = 0;
      return seen;
    };
  });

/** The longest frame since the last look, in ms. */
export const worstFrameSince = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Framed).worstFrame?.() ?? Number.NaN);
