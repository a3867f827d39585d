import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is in a folder; nothing where it can't be read. */
export const entriesIn = async (folder: string): Promise<readonly Dirent[]> =>
  await readdir(folder, { withFileTypes: true }).catch(() => []);

/** Paths of the folders in a folder. */
export const foldersIn = async (folder: string): Promise<readonly string[]> =>
  (await entriesIn(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));

/** When a file or folder was changed last, in epoch ms; never, where it is gone or can't be seen. */
export const changedAt = async (path: string): Promise<number> =>
  await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
