import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { Disk, DiskFile } from './disk.ts';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The machine's own. libuv repeats calls that a signal interrupted, and its sync reaches the medium on macOS too. */
export const systemDisk: Disk = {
  open: async (path) => fileOf(await open(path, 'a+', PRIVATE_FILE)),
  create: async (path) => fileOf(await open(path, 'ax+', PRIVATE_FILE)),
  readFile: (path) => readFile(path),
  list: (folder) => readdir(folder),
  makeFolders: (path) => mkdir(path, { recursive: true, mode: PRIVATE_FOLDER }),
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

/** Windows can't sync a folder and does not need it for renames. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const fileOf = (handle: FileHandle): DiskFile => ({
  read: () => readAll(handle),
  append: async (bytes) => (await handle.write(bytes)).bytesWritten,
  // A longer file is part of what it makes durable; times are not.
  sync: () => handle.datasync(),
  cut: async (bytes) => {
    await handle.truncate(bytes);
    await handle.sync();
  },
  close: () => handle.close(),
});

async function readAll(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
