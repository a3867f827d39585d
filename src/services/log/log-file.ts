import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../files.ts';

/** What the log needs of a file. A port, so that tests can lose what was never synced. */
export interface LogFile {
  read(): Promise<Buffer>;
  truncate(bytes: number): Promise<void>;
  append(text: string): Promise<void>;
  /** Returns when everything appended is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for a log, making it where it does not exist; its folder entry is durable too. */
export async function openLogFile(path: string): Promise<LogFile> {
  const handle: FileHandle = await open(path, 'a+', 0o600);
  await syncFolder(dirname(path));
  return {
    read: () => readAll(handle),
    truncate: (bytes) => handle.truncate(bytes),
    append: (text) => handle.appendFile(text, 'utf8'),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

async function readAll(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await handle.read(bytes, 0, size, 0);
  return bytes.subarray(0, bytesRead);
}
