import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { appendAll, type Disk } from './disk/disk.ts';
import { systemDisk } from './disk/system-disk.ts';

/**
 * Writes a file so that there is either the old one or the new one, whatever happens in between: a temporary
 * file beside it, synced, renamed over it, and the folder synced.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  disk: Disk = systemDisk,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await disk.create(temporary);
    try {
      await appendAll(file, typeof content === 'string' ? Buffer.from(content) : content);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    // What went wrong first is what is told.
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(folder);
}

/**
 * Makes a folder that only its owner can look into, and those above it that are missing; all of them durable.
 *
 * @returns whether it was made; it may be there already
 */
export async function makePrivateFolder(path: string, disk: Disk = systemDisk): Promise<boolean> {
  const first = await disk.makeFolders(path);
  if (first === undefined) return false;
  for (let made = path; made.length >= first.length; made = dirname(made))
    await disk.syncFolder(dirname(made));
  return true;
}

/** Makes the entries of a folder durable. */
export const syncFolder = (path: string, disk: Disk = systemDisk): Promise<void> => disk.syncFolder(path);
