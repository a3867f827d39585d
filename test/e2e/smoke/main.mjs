import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

// Throws once the app is ready, which is how a default app that starts us too late shows.
protocol.registerSchemesAsPrivileged([{ scheme: 'smoke', privileges: { standard: true, secure: true } }]);

async function open() {
  protocol.handle('smoke', async () => {
    const page = await readFile(join(import.meta.dirname, 'page.html'));
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
  const window = new BrowserWindow({
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true },
  });
  await window.loadURL('smoke://app/');
}

/** @param {unknown} error */
function fail(error) {
  console.error(error);
  app.exit(1);
}

app.on('window-all-closed', () => app.quit());
// Not awaited at the top level: `ready` waits for this module, and the module would wait for `ready`.
app.whenReady().then(open).catch(fail);
