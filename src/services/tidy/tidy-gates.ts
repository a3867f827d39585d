import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { changedAt, entriesIn, foldersIn } from './entries.ts';

const UNUSED_FOR_MS = 30 * 86_400_000;
const DOOMED_PREFIX = '.unused-';

/**
 * Removes the gates that nobody went through for a month: what they know of a key's rate is no longer true. A gate
 * makes its folder anew where it is gone, so one that wakes up meanwhile only begins afresh.
 */
export async function tidyGates(dataFolder: string, clock: Clock): Promise<void> {
  const gates = join(dataFolder, 'gates');
  for (const folder of await foldersIn(gates)) {
    if (basename(folder).startsWith(DOOMED_PREFIX)) await rm(folder, { recursive: true, force: true });
    else if (await isUnused(folder, clock)) await remove(folder, gates, clock);
  }
}

/** Its name first: no process may find a gate of which half the files are gone. */
async function remove(folder: string, gates: string, clock: Clock): Promise<void> {
  const doomed = join(gates, `${DOOMED_PREFIX}${randomUUID()}`);
  try {
    await rename(folder, doomed);
  } catch {
    // Another process that starts just now was faster.
    return;
  }
  // Somebody went through it between the look and the rename.
  const isBack = !(await isUnused(doomed, clock)) && (await rename(doomed, folder).then(isTrue, isFalse));
  if (!isBack) await rm(doomed, { recursive: true, force: true });
}

const isTrue = (): boolean => true;
const isFalse = (): boolean => false;

async function isUnused(folder: string, clock: Clock): Promise<boolean> {
  const paths = [folder, ...(await entriesIn(folder)).map(({ name }) => join(folder, name))];
  const times = await Promise.all(paths.map(changedAt));
  return Math.max(...times) < clock.now() - UNUSED_FOR_MS;
}
