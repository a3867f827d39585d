import type { DiskFile } from '../../../src/services/disk/disk.ts';

/** A log's file in memory, which counts, waits and fails as a test wants it to. */
export class MemoryFile implements DiskFile {
  bytes: Buffer;
  appends = 0;
  syncs = 0;
  /** Called before each sync; what it throws is the sync's failure. */
  onSync: () => Promise<void> = () => Promise.resolve();
  /** How many of the bytes given are taken at a time. */
  most = Number.POSITIVE_INFINITY;

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.bytes = Buffer.from(bytes);
  }

  read(): Promise<Buffer> {
    return Promise.resolve(this.bytes);
  }

  async cut(bytes: number): Promise<void> {
    this.bytes = this.bytes.subarray(0, bytes);
    await this.sync();
  }

  append(bytes: Uint8Array): Promise<number> {
    this.appends++;
    const taken = bytes.subarray(0, this.most);
    this.bytes = Buffer.concat([this.bytes, taken]);
    return Promise.resolve(taken.length);
  }

  async sync(): Promise<void> {
    this.syncs++;
    await this.onSync();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
