import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { APP_ORIGIN } from '../contract/names.ts';
import { APP_NAME } from '../core/words/host.ts';

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

/** The one window; shown when there is something to see in it. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: APP_NAME,
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 560,
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
    },
  });
  const repaint = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  window.once('ready-to-show', () => window.show());
  reloadWhenGone(window);
  // The page's own title is the sheet's.
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
