import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import { RUN_ENDED, RUN_WAITS } from '../core/words/host.ts';
import type { RunNews, RunWatch } from './run-watch.ts';

/** No progress to show. */
const NONE = -1;

/**
 * What the system shows of runs, and does for them: no sleep while one is at work, progress on the task bar, word when
 * one has ended or waits. A run that waits for a person may sleep like the rest of the computer: nothing of it is lost.
 */
export function showRuns(watch: RunWatch, window: BrowserWindow): void {
  let blocker: number | undefined;
  watch.onChange((_watch, news) => {
    if (watch.isAnyAtWork) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
    if (window.isDestroyed()) return;
    if (watch.isAnyOn)
      window.setProgressBar(watch.progress, { mode: watch.isAnyAtWork ? 'normal' : 'paused' });
    else window.setProgressBar(NONE);
    if (news && !window.isFocused()) notify(news, window);
  });
}

/** Kept until they are closed: one that is collected before can't be clicked. */
const shown = new Set<Notification>();

function notify({ kind, batch }: RunNews, window: BrowserWindow): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(
    kind === 'ended'
      ? { title: RUN_ENDED.title, body: RUN_ENDED.body(batch.ended) }
      : { title: RUN_WAITS.title, body: batch.note },
  );
  shown.add(notification);
  notification.on('close', () => shown.delete(notification));
  notification.on('click', () => {
    shown.delete(notification);
    bringToFront(window);
  });
  notification.show();
}

/** Shows a window to whoever asked for it, wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
