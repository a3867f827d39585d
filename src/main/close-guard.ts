import type { BrowserWindow } from 'electron';
import { asksToStop } from './dialogs.ts';
import type { EngineCalls } from './engine-link.ts';
import type { RunWatch } from './run-watch.ts';

/** A window is not closed on a run: it asks, and where the run is to stop it waits until its rows are settled. */
export function guardClosing(window: BrowserWindow, watch: RunWatch, engine: EngineCalls): void {
  let isAsking = false;
  const stopAndClose = async (): Promise<void> => {
    if (!(await asksToStop(window, watch.rowsLeft))) return;
    await Promise.all(watch.runIds.map((runId) => engine.call('run.stop', { runId })));
    await watch.allEnded();
    window.close();
  };
  window.on('close', (event) => {
    if (!watch.isAnyOn) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void stopAndClose().finally(() => {
      isAsking = false;
    });
  });
}
