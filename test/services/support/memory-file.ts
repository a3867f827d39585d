import type { LogFile } from '../../../src/services/log/log-file.ts';

/** A log's file in memory, which counts, waits and fails as a test wants it to. */
export class MemoryFile implements LogFile {
  bytes: Buffer;
  appends = 0;
  syncs = 0;
  /** Called before each sync; what it throws is the sync's failure. */
  onSync: () => Promise<void> = () => Promise.resolve();

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.bytes = Buffer.from(bytes);
  }

  read(): Promise<Buffer> {
    return Promise.resolve(this.bytes);
  }

  truncate(bytes: number): Promise<void> {
    this.bytes = this.bytes.subarray(0, bytes);
    return Promise.resolve();
  }

  append(text: string): Promise<void> {
    this.appends++;
    this.bytes = Buffer.concat([this.bytes, Buffer.from(text)]);
    return Promise.resolve();
  }

  async sync(): Promise<void> {
    this.syncs++;
    await this.onSync();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
