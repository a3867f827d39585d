import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Mode } from '../../core/plan.ts';
import { USUAL_WORK_SETTINGS, type WorkSettings } from '../../core/work-settings.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection.ts';
import { Gate } from './gate.ts';
import { SharedFile } from './shared-file.ts';

/** Of what Atlas allows a key, between 0 and 1. */
export const shareOf = ({ shareLive, shareTest }: WorkSettings, mode: Mode): number =>
  (mode === 'LIVE' ? shareLive : shareTest) / 100;

/** The gate that belongs to one process, for a server that nobody else knows. */
export const ownGate = ({ mode }: Connection, clock: Clock): Gate =>
  new Gate({ clock, share: shareOf(USUAL_WORK_SETTINGS, mode) });

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
    share: shareOf(USUAL_WORK_SETTINGS, connection.mode),
    shared: { state, id: randomUUID(), onNotice },
  });
}

/** SECURITY: nothing of the key is in the name but a hash. */
const nameOf = ({ baseUrl, key }: Connection): string =>
  createHash('sha256').update(`patchsheet-gate:${baseUrl} ${key.reveal()}`).digest('hex').slice(0, 32);
