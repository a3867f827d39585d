import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import { RUN_ENDED } from '../core/words/host.ts';
import type { RunWatch } from './run-watch.ts';

/** No progress to show. */
const NONE = -1;

/** What the system shows of runs, and does for them: no sleep, progress on the task bar, word when one has ended. */
export function showRuns(watch: RunWatch, window: BrowserWindow): void {
  let blocker: number | undefined;
  watch.onChange((_watch, ended) => {
    if (watch.isAnyOn) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
    if (window.isDestroyed()) return;
    window.setProgressBar(watch.isAnyOn ? watch.progress : NONE);
    if (ended && !window.isFocused() && Notification.isSupported()) {
      new Notification({ title: RUN_ENDED.title, body: RUN_ENDED.body(ended.ended) }).show();
    }
  });
}
