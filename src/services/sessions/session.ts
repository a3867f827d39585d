import { isDeepStrictEqual } from 'node:util';
import { operationSchema } from '../../contract/sheet-schemas.ts';
import type { ImportOptions } from '../../core/csv/import.ts';
import type { JsonValue } from '../../core/json.ts';
import type { Mapping } from '../../core/mapping.ts';
import type { RecordedOperation } from '../../core/operation.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Refused, refused } from '../../core/words/refusals.ts';
import { type Clock, isoTime } from '../clock.ts';
import { Log } from '../log/log.ts';
import { openLogFile } from '../log/log-file.ts';
import type { SessionPaths } from './session-folder.ts';
import { readHead, type SessionHead, writeHead } from './session-head.ts';

export interface SessionChanges {
  readonly options?: ImportOptions;
  readonly mapping?: Mapping;
}

/** One imported source with all that was done to it since; the truth about it is on the disk. */
export class Session {
  readonly id: string;
  readonly paths: SessionPaths;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #operations: RecordedOperation[];
  #head: SessionHead;
  /** Of the operations accepted so far. */
  #saving: Promise<void> = Promise.resolve();
  #writingHead: Promise<void> = Promise.resolve();

  private constructor(
    id: string,
    paths: SessionPaths,
    clock: Clock,
    head: SessionHead,
    log: Log,
    operations: RecordedOperation[],
  ) {
    this.id = id;
    this.paths = paths;
    this.#clock = clock;
    this.#head = head;
    this.#log = log;
    this.#operations = operations;
  }

  /** Opens a session as it is on the disk. An operation torn by a crash was never confirmed and is dropped. */
  static async open(id: string, paths: SessionPaths, clock: Clock): Promise<Result<Session, Refused>> {
    const head = await readHead(paths.head);
    if (!head) return err(refused('session_unknown'));
    const file = await openLogFile(paths.operations);
    const opened = await Log.open(file);
    const damaged = (at: number): Result<never, Refused> =>
      err(refused('session_damaged', { fileName: head.fileName, at }));
    if (!opened.ok) {
      await file.close();
      return damaged(opened.error.record);
    }
    const { log, records } = opened.value;
    const operations: RecordedOperation[] = [];
    for (const record of records) {
      const operation = operationSchema.safeParse(record);
      if (!operation.success) {
        await log.close();
        return damaged(operations.length + 1);
      }
      operations.push(operation.data);
    }
    return ok(new Session(id, paths, clock, head, log, operations));
  }

  get head(): SessionHead {
    return this.#head;
  }

  get operations(): readonly RecordedOperation[] {
    return this.#operations;
  }

  /** Operations done so far. */
  get revision(): number {
    return this.#operations.length;
  }

  /**
   * Keeps an operation; resolves when it is on the disk. The same one with the same number again is confirmed
   * again: whoever asks may not have heard the first answer.
   *
   * @returns when it was saved, or `wrong_revision` where the number is not the next one
   */
  async record(
    revision: number,
    operation: RecordedOperation,
  ): Promise<Result<{ readonly savedAt: string }, Refused>> {
    const known = this.#operations[revision - 1];
    if (known === undefined) {
      if (revision !== this.revision + 1) return err(refused('wrong_revision'));
      this.#operations.push(operation);
      this.#saving = this.#log.append(operation as unknown as JsonValue);
    } else if (!isDeepStrictEqual(known, operation)) {
      return err(refused('wrong_revision'));
    }
    try {
      await this.#saving;
      return ok({ savedAt: isoTime(this.#clock) });
    } catch (error) {
      return err(refused('session_not_saved', { why: (error as Error).message }));
    }
  }

  async configure({ options, mapping }: SessionChanges): Promise<Result<void, Refused>> {
    const isReadAnew = options !== undefined && !isDeepStrictEqual(options, this.#head.options);
    // Operations name rows and cells of the sheet as it was read.
    if (isReadAnew && this.revision > 0) return err(refused('options_after_edits'));
    // It was chosen for columns that may be others now.
    if (isReadAnew) {
      const { mapping: _chosen, ...head } = this.#head;
      this.#head = head;
    }
    await this.#changeHead({
      ...(options === undefined ? {} : { options }),
      ...(mapping === undefined ? {} : { mapping }),
    });
    return ok(undefined);
  }

  /** Written also where it was never closed: a session counts as used when it was opened last. */
  async markOpen(): Promise<void> {
    await this.#changeHead({ isClosed: false });
  }

  async close(): Promise<void> {
    await this.#changeHead({ isClosed: true });
    await this.release();
  }

  /** Lets go of the files, as they are. */
  async release(): Promise<void> {
    await this.#log.close();
  }

  async #changeHead(changes: Partial<SessionHead>): Promise<void> {
    this.#head = { ...this.#head, ...changes };
    const write = (): Promise<void> => writeHead(this.paths.head, this.#head);
    // One after the other: the last one asked for must be the last one written.
    this.#writingHead = this.#writingHead.then(write, write);
    await this.#writingHead;
  }
}
