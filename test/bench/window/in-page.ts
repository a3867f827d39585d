import type { Page } from 'playwright-core';

/** What is waited for in a page: something drawn that has this text in it, or any where none is given. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

interface Watching {
  untilPainted?: (sight: Sight) => Promise<number>;
}

/**
 * Teaches a page to tell when something was painted, in ms of its own clock: looked for in every frame, and
 * told in the first task after the frame in which it is there.
 */
export const watchPainting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isThere = ({ selector, text }: Sight): boolean => {
      const found = document.querySelector(selector)?.textContent;
      return found !== undefined && found !== null && found !== '' && (text === undefined || found === text);
    };
    (globalThis as Watching).untilPainted = (sight) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isThere(sight)) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now()));
          port1.start();
          port2.postMessage(null);
        };
        look();
      });
  });

/** Milliseconds from pressing something until each sight was painted. */
export const pressAndWatch = (
  page: Page,
  press: { readonly selector: string } | { readonly call: string },
  sights: readonly Sight[],
): Promise<readonly number[]> =>
  page.evaluate(
    async ([pressed, watched]) => {
      const startedAt = performance.now();
      if ('selector' in pressed) document.querySelector<HTMLElement>(pressed.selector)?.click();
      else void (globalThis as unknown as Record<string, () => unknown>)[pressed.call]?.();
      const { untilPainted } = globalThis as Watching;
      if (!untilPainted) throw new Error('The page does not watch its painting.');
      const painted = await Promise.all(watched.map((sight) => untilPainted(sight)));
      return painted.map((at) => at - startedAt);
    },
    [press, sights] as const,
  );

/** Milliseconds from each press of a key until a sight was painted, the key's own task included. */
export const watchKey = (page: Page, key: string, sight: Sight): Promise<void> =>
  page.evaluate(
    ([watchedKey, watched]) => {
      const { untilPainted } = globalThis as Watching;
      if (!untilPainted) throw new Error('The page does not watch its painting.');
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== watchedKey) return;
        removeEventListener('keydown', onKey, { capture: true });
        const pressedAt = performance.now();
        (globalThis as unknown as { painted: Promise<number> }).painted = untilPainted(watched).then(
          (at) => at - pressedAt,
        );
      };
      addEventListener('keydown', onKey, { capture: true });
    },
    [key, sight] as const,
  );

/** What the last watched key took. */
export const keyTook = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);

/** When the largest thing of a page's start was painted, in epoch milliseconds. */
export const startPaintedAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
