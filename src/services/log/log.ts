import type { JsonValue } from '../../core/json.ts';
import { ok, type Result } from '../../core/result.ts';
import { appendAll, type DiskFile } from '../disk/disk.ts';
import { type LogDamage, readLog } from './read-log.ts';
import { encodeMark, encodeRecord } from './record.ts';

export interface OpenedLog {
  readonly log: Log;
  readonly records: readonly JsonValue[];
}

interface Waiting {
  readonly json: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * An append-only, checksummed file: the journal of a run, the operations on a sheet. A record counts once
 * `append` has resolved: it is on the disk then. Records that queue up meanwhile share one sync.
 */
export class Log {
  readonly #file: DiskFile;
  /** Records on the disk; the next one's number. */
  #durable: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  /** The first one is final: a sync that failed once says nothing when it is tried again. */
  #failure: { readonly error: Error } | undefined;
  #closing: Promise<void> | undefined;

  private constructor(file: DiskFile, durable: number) {
    this.#file = file;
    this.#durable = durable;
  }

  /**
   * Opens a log with what it holds. An end that was never durable is cut off; damage elsewhere is an error and
   * changes nothing. What is read is durable: whoever wrote it may have been killed before syncing it.
   */
  static async open(file: DiskFile): Promise<Result<OpenedLog, LogDamage>> {
    const content = readLog(await file.read());
    if (!content.ok) return content;
    const { records, wholeBytes, tornBytes } = content.value;
    if (tornBytes > 0) await file.cut(wholeBytes);
    if (wholeBytes > 0) await file.sync();
    return ok({ log: new Log(file, records.length), records });
  }

  /**
   * Resolves when the record is durable. Rejects when it may not be: after one failure every later append is
   * refused too.
   */
  append(value: JsonValue): Promise<void> {
    if (this.#closing) return Promise.reject(new Error('The log was closed.'));
    if (this.#failure) return Promise.reject(this.#failure.error);
    const json = JSON.stringify(value);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ json, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Waits for what was appended. */
  async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What is appended in the same breath shares the sync.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#keep(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#failure ??= { error: error instanceof Error ? error : new Error(String(error)) };
        for (const { reject } of batch) reject(error);
      }
    }
    this.#flushing = undefined;
  }

  async #keep(batch: readonly Waiting[]): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    const lines = batch.map(({ json }, index) => encodeRecord(this.#durable + index, json));
    await appendAll(this.#file, Buffer.from(lines.join('')));
    await this.#file.sync();
    this.#durable += batch.length;
    // Need not be durable itself, but a disk that does not take it is not to be depended on.
    await appendAll(this.#file, Buffer.from(encodeMark(this.#durable)));
  }
}
