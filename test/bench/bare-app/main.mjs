import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, net, protocol } from 'electron';

/** The least that shows a window: what the app's own start is held against. `SHEET` is served beside the page. */
protocol.registerSchemesAsPrivileged([
  { scheme: 'bare', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

async function open() {
  protocol.handle('bare', ({ url }) => {
    const { pathname } = new URL(url);
    const path =
      pathname === '/sheet.csv' ? (process.env.SHEET ?? '') : join(import.meta.dirname, pathname.slice(1));
    return net.fetch(pathToFileURL(path).href);
  });
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  await window.loadURL('bare://app/index.html');
}

/** @param {unknown} error */
function fail(error) {
  console.error(error);
  app.exit(1);
}

app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: `ready` waits for this module, and the module would wait for `ready`.
app.whenReady().then(open).catch(fail);
