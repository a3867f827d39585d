import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../contract/bridge.ts';
import { CHANNELS, COMMAND_NAMES, type CommandName, EVENT_NAMES, type EventName } from '../contract/names.ts';

/**
 * The gap in the wall between window and host: it passes names and data on and knows nothing else.
 *
 * SECURITY: neither Electron nor any channel is handed out, only functions that check the name they are given.
 */
const commands: ReadonlySet<string> = new Set(COMMAND_NAMES);
const events: ReadonlySet<string> = new Set(EVENT_NAMES);

const bridge: Bridge<File> = {
  invoke: async (name: CommandName, input: unknown): Promise<unknown> => {
    if (!commands.has(name)) throw new Error('There is no such command.');
    return await ipcRenderer.invoke(CHANNELS.command, name, input);
  },
  subscribe: (name: EventName, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(name)) throw new Error('There is no such event.');
    const listen = (_event: unknown, happened: unknown, payload: unknown): void => {
      if (happened === name) listener(payload);
    };
    ipcRenderer.on(CHANNELS.event, listen);
    return () => {
      ipcRenderer.off(CHANNELS.event, listen);
    };
  },
  // SECURITY: only a real file of the system has a path, and a page can't make one; the path stays on this side.
  importDropped: async (file: File): Promise<unknown> =>
    await ipcRenderer.invoke(CHANNELS.drop, webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('patchsheet', bridge);
