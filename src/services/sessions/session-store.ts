import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { type Refused, refused } from '../../core/words/refusals.ts';
import type { Clock } from '../clock.ts';
import { type ImportSource, importSource, UNFINISHED_PREFIX } from './import-source.ts';
import { Session } from './session.ts';
import { isSessionId, sessionPaths, sessionsFolder } from './session-folder.ts';

export interface SessionStoreOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
}

/** The sessions at work in this process. What is not open is found on the disk, so a restart loses nothing. */
export class SessionStore {
  readonly #options: SessionStoreOptions;
  /** Promises, so that two who ask at once get the same one: a log has one writer. */
  readonly #open = new Map<string, Promise<Result<Session, Refused>>>();

  constructor(options: SessionStoreOptions) {
    this.#options = options;
  }

  async import(source: ImportSource): Promise<Result<Session, Refused>> {
    const id = await importSource(this.#options.dataFolder, source);
    return id.ok ? await this.#find(id.value) : id;
  }

  /** Opens a session, also one that was closed. */
  async open(id: string): Promise<Result<Session, Refused>> {
    const session = await this.#find(id);
    if (session.ok) await session.value.markOpen();
    return session;
  }

  /** A session at work. After a crash it is still so, and found on the disk. */
  async get(id: string): Promise<Result<Session, Refused>> {
    const session = await this.#find(id);
    if (!session.ok || !session.value.head.isClosed) return session;
    await this.forget(id);
    return err(refused('session_closed'));
  }

  /** A session as it is, also one that was closed and stays so: for whoever only reads it. */
  async peek(id: string): Promise<Result<Session, Refused>> {
    return await this.#find(id);
  }

  async close(id: string): Promise<Result<void, Refused>> {
    const session = await this.get(id);
    if (!session.ok) return session;
    this.#open.delete(id);
    await session.value.close();
    return ok(undefined);
  }

  /** Deletes a session for good. Its folder loses its name first, so that there are no half sessions. */
  async discard(id: string): Promise<Result<void, Refused>> {
    if (!isSessionId(id)) return err(refused('session_unknown'));
    await this.forget(id);
    return await this.#remove(id);
  }

  async #remove(id: string): Promise<Result<void, Refused>> {
    const { dataFolder } = this.#options;
    const { folder } = sessionPaths(dataFolder, id);
    const doomed = join(sessionsFolder(dataFolder), `${UNFINISHED_PREFIX}${id}`);
    try {
      await rename(folder, doomed);
    } catch {
      return err(refused('session_unknown'));
    }
    await rm(doomed, { recursive: true, force: true, maxRetries: 3 });
    return ok(undefined);
  }

  /**
   * Deletes a session for good, unless somebody has it open; whoever asks for it meanwhile does not get half of it.
   *
   * @returns whether it is gone
   */
  async discardUnused(id: string): Promise<boolean> {
    if (this.#open.has(id)) return false;
    const gone = Promise.resolve(err(refused('session_unknown')));
    this.#open.set(id, gone);
    try {
      return (await this.#remove(id)).ok;
    } finally {
      if (this.#open.get(id) === gone) this.#open.delete(id);
    }
  }

  /** Lets go of a session, for instance after its log failed: the next who asks gets it as it is on the disk. */
  async forget(id: string): Promise<void> {
    const opening = this.#open.get(id);
    this.#open.delete(id);
    const session = await opening;
    if (session?.ok) await session.value.release();
  }

  /** Lets go of all sessions, as they are. */
  async release(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.forget(id)));
  }

  async #find(id: string): Promise<Result<Session, Refused>> {
    if (!isSessionId(id)) return err(refused('session_unknown'));
    const known = this.#open.get(id);
    if (known) return await known;
    const { dataFolder, clock } = this.#options;
    const opening = Session.open(id, sessionPaths(dataFolder, id), clock);
    this.#open.set(id, opening);
    const session = await opening.catch(() => err(refused('session_unknown')));
    if (!session.ok) this.#open.delete(id);
    return session;
  }
}
