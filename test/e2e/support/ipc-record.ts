import type { ElectronApplication } from 'playwright-core';
import { CHANNELS } from '../../../src/contract/names.ts';

interface Recording {
  ipcRecord?: string[];
}

/** Begins to keep every message between window and host, both ways, as JSON; from the host's side, where all pass. */
export const recordIpc = (app: ElectronApplication): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow, ipcMain }, channels) => {
      const record: string[] = [];
      (globalThis as unknown as Recording).ipcRecord = record;
      type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>;
      // Electron keeps them here and has no other way to them.
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers?: Map<string, Listener> };
      for (const channel of channels) {
        const listener = handlers?.get(channel);
        if (!listener) throw new Error(`Nobody listens to ${channel}.`);
        ipcMain.removeHandler(channel);
        ipcMain.handle(channel, async (event, ...args: unknown[]) => {
          record.push(`asked ${JSON.stringify(args)}`);
          try {
            const answer = await listener(event, ...args);
            record.push(`answered ${JSON.stringify(answer)}`);
            return answer;
          } catch (error) {
            record.push(`failed ${String(error)}`);
            throw error;
          }
        });
      }
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('There is no window.');
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...args: unknown[]) => {
        record.push(`told ${JSON.stringify(args)}`);
        send(channel, ...args);
      };
    },
    [CHANNELS.command, CHANNELS.drop],
  );

/** The messages so far. */
export const recordedIpc = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as Recording).ipcRecord ?? []);
