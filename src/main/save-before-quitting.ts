import type { App } from 'electron';
import type { Saving } from '../services/settings/saving.ts';

/** A disk that does not answer keeps nobody from quitting. */
const LONGEST_WAIT_MS = 2_000;

/**
 * What was changed a moment before the app quits reaches the disk. It waits when every window is closed and nobody
 * can change anything any more, and only where there is something to wait for: a system that shuts down takes an app
 * that says “not now” for one that refuses.
 *
 * @param end lets go of everything; the app quits then
 */
export function saveBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  all: readonly Saving[],
  end: () => void,
): void {
  let waiting: 'not' | 'now' | 'done' = 'not';
  app.on('will-quit', (event) => {
    if (waiting === 'done' || all.every(({ isSettled }) => isSettled)) {
      end();
      return;
    }
    event.preventDefault();
    if (waiting === 'now') return;
    waiting = 'now';
    const quit = async (): Promise<void> => {
      await noLonger(Promise.allSettled(all.map((saving) => saving.settled())));
      waiting = 'done';
      app.quit();
    };
    void quit();
  });
}

async function noLonger(saved: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  await Promise.race([saved, waited]);
  clearTimeout(timer);
}
