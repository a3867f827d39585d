import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from '../contract/names.ts';
import { APP_NAME } from '../core/words/host.ts';
import { type Bounds, fitBounds } from './fit-bounds.ts';
import type { WindowState } from './window-state.ts';

/** Of the page in each theme, so that nothing flashes before it is painted. */
const BACKGROUND = { light: '#ffffff', dark: '#1b1c1f' } as const;

const background = (): string => BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

const LEAST_BETWEEN_RELOADS_MS = 10_000;

/** A page whose process died (out of memory, a fault) loads again: sheets and runs are the engine's. Not for ever. */
function reloadWhenGone(window: BrowserWindow): void {
  let reloadedAt = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    if (reason === 'clean-exit' || now - reloadedAt < LEAST_BETWEEN_RELOADS_MS) return;
    reloadedAt = now;
    window.reload();
  });
}

const FIRST_SIZE = { width: 1440, height: 900 };
const LEAST_SIZE = { minWidth: 900, minHeight: 560 };

/** The work areas of the displays that are there now, the main one first. */
function workAreas(): readonly Bounds[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

/** The one window, where and as it was left; shown when there is something to see in it. */
export function openWindow({ bounds, isMaximized, isFullScreen, zoomFactor }: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    title: APP_NAME,
    ...(bounds ? fitBounds(bounds, workAreas()) : FIRST_SIZE),
    ...LEAST_SIZE,
    fullscreen: isFullScreen,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      // SECURITY: these are Electron's defaults; written down, so that a change of either is seen.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      zoomFactor,
    },
  });
  const repaint = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  window.once('ready-to-show', () => {
    if (isMaximized && !isFullScreen) window.maximize();
    window.show();
  });
  reloadWhenGone(window);
  // The page's own title is the sheet's.
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
