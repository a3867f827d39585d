import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import type { Readable } from 'node:stream';
import { isInPath } from './system-packages.ts';

/** A screen to open windows on. */
export interface Display {
  /** What to set in the environment; nothing where windows just open. */
  readonly env: { readonly DISPLAY?: string };
  readonly what: string;
  readonly close: () => void;
}

/** A usable screen: the one that is there, else one without a monitor. `undefined` when neither can be had. */
export async function openDisplay(): Promise<Display | undefined> {
  if (process.platform !== 'linux') return { env: {}, what: 'the desktop', close: () => undefined };
  const { DISPLAY } = process.env;
  if (DISPLAY && (await isUsable(DISPLAY))) {
    return { env: { DISPLAY }, what: `display ${DISPLAY}`, close: () => undefined };
  }
  return isInPath('Xvfb') ? startXvfb() : undefined;
}

/** Whether windows open on a screen that a person may see. */
export async function hasDisplay(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return (DISPLAY !== undefined && (await isUsable(DISPLAY))) || (WAYLAND_DISPLAY ?? '') !== '';
}

/** Whether an X server answers there: a variable can outlive the session that set it. */
async function isUsable(display: string): Promise<boolean> {
  const { host = '', number } = /^(?<host>.*):(?<number>\d+)(\.\d+)?$/.exec(display)?.groups ?? {};
  if (number === undefined) return false;
  const socket =
    host === '' || host === 'unix'
      ? createConnection(`/tmp/.X11-unix/X${number}`)
      : createConnection({ host, port: 6000 + Number(number), timeout: 2000 });
  return new Promise((resolve) => {
    const end = (isAnswering: boolean): void => {
      socket.destroy();
      resolve(isAnswering);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

async function startXvfb(): Promise<Display | undefined> {
  // It chooses a free number itself and writes it to the third stream; choosing for it would be a race.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = (): void => void child.kill();
  process.once('exit', close);
  const number = await new Promise<string | undefined>((resolve) => {
    let text = '';
    (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
  });
  if (number === undefined) return undefined;
  return { env: { DISPLAY: `:${number}` }, what: `a display without a monitor (:${number})`, close };
}
