import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { systemDisk } from '../disk/system-disk.ts';

/** Opens a file for a log, making it where it does not exist; its folder entry is durable too. */
export async function openLogFile(path: string, disk: Disk = systemDisk): Promise<DiskFile> {
  const file = await disk.open(path);
  try {
    await disk.syncFolder(dirname(path));
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}
