import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { syncFolder } from '../files.ts';
import { unreadable } from './read-run.ts';
import { isRunId, runPaths, runsFolder } from './run-folder.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';

/** Folders that are no runs any more; whatever a crash leaves of them is removed at the next start. */
const DELETED_PREFIX = '.deleted-';

/**
 * Deletes all that is kept of a run, for good. One that is on anywhere on this machine is left alone. The folder
 * loses its name first, so that there are no half runs.
 */
export async function deleteRun(
  dataFolder: string,
  runId: string,
  { locks }: StoreHost = systemStoreHost,
): Promise<Result<void, RunFault>> {
  const names: readonly string[] = await readdir(runsFolder(dataFolder)).catch(() => []);
  // Looked for before the lock is taken, which would make the folder.
  if (!isRunId(runId) || !names.includes(runId)) return err({ code: 'unknown_run', runId });
  const { folder, lock } = runPaths(dataFolder, runId);
  try {
    // Held, so that nobody begins to go on with it meanwhile.
    const hold = await locks.take(lock, runId);
    if (!hold.ok) return err({ code: 'open_elsewhere', runId, by: hold.error });
    try {
      const doomed = join(runsFolder(dataFolder), `${DELETED_PREFIX}${runId}`);
      await rename(folder, doomed);
      await syncFolder(runsFolder(dataFolder));
      await rm(doomed, { recursive: true, force: true, maxRetries: 3 });
      return ok(undefined);
    } finally {
      await hold.value.release();
    }
  } catch (error) {
    return unreadable(runId, error);
  }
}

/** Removes what a crash left of runs that were being deleted. */
export async function removeDeleted(dataFolder: string): Promise<void> {
  const folder = runsFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const doomed = names.filter((name) => name.startsWith(DELETED_PREFIX));
  await Promise.all(doomed.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
