import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePrivateFolder } from '../files.ts';
import { cautiousGate, type GateState, openGate } from './gate-state.ts';
import { gateStateSchema } from './gate-state-schema.ts';
import type { Changed, SharedState } from './known-state.ts';

/** A version is kept for so long after a newer one was seen, and a step that takes longer does not count. */
const KEPT_MS = 5_000;
const MOST_TRIES = 200;
const LONGEST_BACK_OFF_MS = 20;
const VERSION = /^(\d+)\.json$/;

interface Version {
  readonly number: number;
  readonly state: GateState;
  readonly isDamaged: boolean;
}

/**
 * A gate's state in a folder, shared by processes without a lock that a dead one could hold: every state is a
 * file of its own, numbered, and the next number is made whole by a hard link, which only one process can. Whoever
 * comes second reads again. Nothing is synced: after a power cut a torn file is taken for a state that was lost.
 */
export class SharedFile implements SharedState {
  readonly #folder: string;
  readonly #now: () => number;
  /** When versions that are no longer the newest were first seen so, by a clock that nobody sets. */
  readonly #outdated = new Map<number, number>();
  #isMade = false;

  /** @param now of the clock that the state's times are by */
  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** @throws where the folder can't be used */
  async update<T>(
    change: (state: GateState) => Changed<T>,
  ): Promise<{ readonly state: GateState; readonly value: T }> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const startedAt = performance.now();
      if (!this.#isMade) await makePrivateFolder(this.#folder);
      this.#isMade = true;
      const newest = await this.#unlessGone(this.#newest());
      if (newest === undefined) continue;
      const { number, state, isDamaged } = newest;
      const { value, isKept } = change(state);
      // In place of a damaged state there must be one that time can pass for.
      if (!isKept && !isDamaged) return { state, value };
      const isMine = await this.#unlessGone(this.#publish(number + 1, state));
      // Held up for longer, the version may have been made, outdated and removed by others in between.
      if (isMine && performance.now() - startedAt < KEPT_MS) {
        await this.#removeOutdated();
        return { state, value };
      }
      await sleep(Math.random() * Math.min(LONGEST_BACK_OFF_MS, tries + 1));
    }
    throw new Error('too many others change it at the same time');
  }

  /** `undefined` where the folder is gone: it is removed after a month in which nobody used it, and made anew. */
  async #unlessGone<T>(asking: Promise<T>): Promise<T | undefined> {
    try {
      return await asking;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      this.#isMade = false;
      this.#outdated.clear();
      return undefined;
    }
  }

  async #newest(): Promise<Version> {
    for (;;) {
      const names = await readdir(this.#folder);
      const numbers = names.flatMap((name) => VERSION.exec(name)?.[1] ?? []).map(Number);
      const number = Math.max(0, ...numbers);
      if (number === 0) return { number, state: openGate(this.#now()), isDamaged: false };
      for (const other of numbers) {
        if (other !== number && !this.#outdated.has(other)) this.#outdated.set(other, performance.now());
      }
      const text = await readIfThere(this.#path(number));
      if (text !== undefined) {
        const state = parseState(text);
        return { number, state: state ?? cautiousGate(this.#now()), isDamaged: state === undefined };
      }
    }
  }

  /** Whether the version is ours; it is there whole or not at all. */
  async #publish(number: number, state: GateState): Promise<boolean> {
    const temporary = join(this.#folder, `${randomUUID()}.tmp`);
    try {
      await writeFile(temporary, JSON.stringify(state), { mode: 0o600 });
      await link(temporary, this.#path(number));
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async #removeOutdated(): Promise<void> {
    for (const [number, since] of this.#outdated) {
      if (performance.now() - since < KEPT_MS) continue;
      this.#outdated.delete(number);
      // Where somebody reads it just now some systems refuse; it is tried again when it is seen again.
      await rm(this.#path(number), { force: true }).catch(() => undefined);
    }
  }

  #path(number: number): string {
    return join(this.#folder, `${number}.json`);
  }
}

function parseState(text: string): GateState | undefined {
  try {
    const parsed = gateStateSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
