import { type BrowserWindow, powerMonitor } from 'electron';
import { asksToStop } from './dialogs.ts';
import type { EngineCalls } from './engine-link.ts';
import type { RunWatch } from './run-watch.ts';

/** A computer that did not go down by then stays on: somebody has stopped it from doing so. */
const SYSTEM_ENDS_WITHIN_MS = 60_000;

/**
 * A window is not closed on a run: it asks, and where the run is to stop it waits until its rows are settled. Quitting
 * closes the window, so it asks as well. When the computer goes down nobody is there to answer: the run breaks off
 * as it would without power, and is offered at the next start with what is known of each row.
 */
export function guardClosing(window: BrowserWindow, watch: RunWatch, engine: EngineCalls): void {
  let isAsking = false;
  let systemEndsBy = 0;
  const systemEnds = (): void => {
    systemEndsBy = Date.now() + SYSTEM_ENDS_WITHIN_MS;
  };
  powerMonitor.on('shutdown', systemEnds);
  window.on('session-end', systemEnds);
  window.once('closed', () => powerMonitor.off('shutdown', systemEnds));
  const stopAndClose = async (): Promise<void> => {
    if (!(await asksToStop(window, watch.rowsLeft))) return;
    await Promise.all(watch.runIds.map((runId) => engine.call('run.stop', { runId })));
    await watch.allEnded();
    window.close();
  };
  window.on('close', (event) => {
    if (!watch.isAnyOn || Date.now() < systemEndsBy) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void stopAndClose().finally(() => {
      isAsking = false;
    });
  });
}
