import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection.ts';
import { DEFAULT_SHARE, Gate } from './gate.ts';
import { SharedFile } from './shared-file.ts';

/** The gate that belongs to one process, for a server that nobody else knows. */
export const ownGate = ({ mode }: Connection, clock: Clock): Gate =>
  new Gate({ clock, share: DEFAULT_SHARE[mode] });

/** The one gate of a base URL and key on this machine: every window and terminal with this data folder shares it. */
export function machineGate(
  connection: Connection,
  {
    clock,
    dataFolder,
    onNotice,
  }: {
    readonly clock: Clock;
    readonly dataFolder: string;
    /** Told why where the folder can't be used: the gate then paces this process alone. */
    readonly onNotice: (why: string) => void;
  },
): Gate {
  const state = new SharedFile(join(dataFolder, 'gates', nameOf(connection)), () => clock.now());
  return new Gate({
    clock,
    share: DEFAULT_SHARE[connection.mode],
    shared: { state, id: randomUUID(), onNotice },
  });
}

/** SECURITY: nothing of the key is in the name but a hash. */
const nameOf = ({ baseUrl, key }: Connection): string =>
  createHash('sha256').update(`patchsheet-gate:${baseUrl} ${key.reveal()}`).digest('hex').slice(0, 32);
