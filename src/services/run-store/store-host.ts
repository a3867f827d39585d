import { systemClock } from '../clock.ts';
import type { Disk } from '../disk/disk.ts';
import { systemDisk } from '../disk/system-disk.ts';
import { Locks } from '../locks/locks.ts';
import { systemProcesses } from '../locks/process-table.ts';

/** What the run store stands on. */
export interface StoreHost {
  readonly disk: Disk;
  readonly locks: Pick<Locks, 'take' | 'look'>;
}

export const systemStoreHost: StoreHost = {
  disk: systemDisk,
  locks: new Locks({
    clock: systemClock,
    processes: systemProcesses,
    beatMs: 2_000,
    // Longer than a process is ever busy with one thing.
    deadAfterMs: 30_000,
  }),
};
