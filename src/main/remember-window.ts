import type { BrowserWindow } from 'electron';
import type { WindowStateFile } from './window-state.ts';

/** A window being dragged tells of each pixel. */
const WAIT_MS = 500;

/** Keeps where a window is, how large, and how far it is zoomed. */
export function rememberWindow(window: BrowserWindow, file: WindowStateFile): void {
  const { webContents } = window;
  let timer: NodeJS.Timeout | undefined;
  const note = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    file.change({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      zoomFactor: webContents.getZoomFactor(),
    });
  };
  const noteSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(note, WAIT_MS);
  };
  window.on('resize', noteSoon);
  window.on('move', noteSoon);
  window.on('maximize', noteSoon);
  window.on('unmaximize', noteSoon);
  window.on('enter-full-screen', noteSoon);
  window.on('leave-full-screen', noteSoon);
  // No event tells that it was zoomed by the menu.
  window.on('close', note);
  window.once('closed', () => clearTimeout(timer));
}
