import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** SECURITY: an id becomes a folder's name; what is no UUID never does, so that no path leads out of the folder. */
export const isSessionId = (text: string): boolean => UUID.test(text);
export const newSessionId = (): string => randomUUID();

export const sessionsFolder = (dataFolder: string): string => join(dataFolder, 'sessions');

export interface SessionPaths {
  readonly folder: string;
  /** The imported file, byte for byte. */
  readonly source: string;
  /** What is known about it; see `session-head.ts`. */
  readonly head: string;
  /** How its columns were left; missing until somebody saw it. */
  readonly arrangement: string;
  /** A log of operations; see `log/log.ts`. */
  readonly operations: string;
}

/** @throws where the id is none: whoever asks has checked it, or had to */
export function sessionPaths(dataFolder: string, sessionId: string): SessionPaths {
  if (!isSessionId(sessionId)) throw new Error('This is not the id of a session.');
  return pathsIn(join(sessionsFolder(dataFolder), sessionId));
}

export const pathsIn = (folder: string): SessionPaths => ({
  folder,
  source: join(folder, 'source'),
  head: join(folder, 'session.json'),
  arrangement: join(folder, 'columns.json'),
  operations: join(folder, 'operations.log'),
});
