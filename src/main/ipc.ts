import type { TellWindow } from '../contract/events.ts';
import { CHANNELS } from '../contract/names.ts';
import { dispatch } from './dispatcher.ts';
import type { Host } from './host.ts';
import { type MessageEvent, mustBeOurPage } from './sender.ts';

/** What of Electron's `ipcMain` is used; tests have their own. */
export interface Listening {
  handle(channel: string, listener: (event: MessageEvent, ...args: unknown[]) => Promise<unknown>): void;
}

/** The only two messages the host listens to. Who sends them and what is in them is checked behind each. */
export function listen(ipc: Listening, { handlers, importDropped }: Host): void {
  ipc.handle(CHANNELS.command, async (event, name, input) => await dispatch(handlers, event, name, input));
  ipc.handle(CHANNELS.drop, async (event, path) => {
    mustBeOurPage(event);
    return await importDropped(path);
  });
}

/** As much of a window as is told something. */
interface Told {
  isDestroyed(): boolean;
  readonly webContents: { send(channel: string, ...args: unknown[]): void };
}

export const tellerOf =
  (window: () => Told | undefined): TellWindow =>
  (name, payload) => {
    const told = window();
    if (told && !told.isDestroyed()) told.webContents.send(CHANNELS.event, name, payload);
  };
