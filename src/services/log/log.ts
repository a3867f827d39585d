import type { JsonValue } from '../../core/json.ts';
import { ok, type Result } from '../../core/result.ts';
import type { LogFile } from './log-file.ts';
import { type LogDamage, readLog } from './read-log.ts';
import { encodeRecord } from './record.ts';

/**
 * An append-only, checksummed file: the journal of a run, the operations on a sheet. A record counts once
 * `append` has resolved: it is on the disk then. Records that queue up meanwhile share one sync.
 */
export class Log {
  readonly #file: LogFile;
  #sequence: number;
  #waiting: {
    readonly line: string;
    readonly resolve: () => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  #isFlushing = false;
  #failure: { readonly error: unknown } | undefined;

  private constructor(file: LogFile, sequence: number) {
    this.#file = file;
    this.#sequence = sequence;
  }

  /** Opens a log with what it holds. A torn last record is cut off; damage elsewhere is an error and changes nothing. */
  static async open(
    file: LogFile,
  ): Promise<Result<{ readonly log: Log; readonly records: readonly JsonValue[] }, LogDamage>> {
    const content = readLog(await file.read());
    if (!content.ok) return content;
    const { records, wholeBytes, tornBytes } = content.value;
    if (tornBytes > 0) {
      await file.truncate(wholeBytes);
      await file.sync();
    }
    return ok({ log: new Log(file, records.length), records });
  }

  /**
   * Resolves when the record is durable. Rejects when it may not be: after one failure every later append is
   * refused too, because a sync that failed once says nothing when it is tried again.
   */
  append(value: JsonValue): Promise<void> {
    if (this.#failure) return Promise.reject(asError(this.#failure.error));
    const line = encodeRecord(this.#sequence++, value);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      if (!this.#isFlushing) void this.#flush();
    });
  }

  async close(): Promise<void> {
    while (this.#isFlushing) await new Promise((resolve) => setImmediate(resolve));
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    this.#isFlushing = true;
    while (this.#waiting.length > 0) {
      // What is appended in the same breath shares the sync.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#failure) throw asError(this.#failure.error);
        await this.#file.append(batch.map(({ line }) => line).join(''));
        await this.#file.sync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#failure = { error };
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isFlushing = false;
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
