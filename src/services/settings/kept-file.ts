import { readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from '../../core/zod.ts';
import { makePrivateFolder, writeFileAtomically } from '../files.ts';
import type { Saving } from './saving.ts';

/** A small JSON file that is read once and written as a whole. */
export class KeptFile<T> implements Saving {
  readonly #path: string;
  #value: T;
  #writing: Promise<void> = Promise.resolve();
  #unwritten = 0;

  private constructor(path: string, value: T) {
    this.#path = path;
    this.#value = value;
  }

  /** A file that can't be understood is put aside, not overwritten. */
  static async open<T>(path: string, schema: z.ZodType<T>, none: T): Promise<KeptFile<T>> {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return new KeptFile(path, none);
    try {
      return new KeptFile(path, schema.parse(JSON.parse(text)));
    } catch {
      await rename(path, `${path}.damaged`);
      return new KeptFile(path, none);
    }
  }

  get value(): T {
    return this.#value;
  }

  /** Resolves when the value is on the disk. */
  async replace(value: T): Promise<void> {
    this.#value = value;
    this.#unwritten++;
    const write = async (): Promise<void> => {
      await makePrivateFolder(dirname(this.#path));
      await writeFileAtomically(this.#path, `${JSON.stringify(this.#value, null, 2)}\n`);
    };
    // One after the other: the last one asked for must be the last one written.
    this.#writing = this.#writing.then(write, write).finally(() => this.#unwritten--);
    await this.#writing;
  }

  get isSettled(): boolean {
    return this.#unwritten === 0;
  }

  async settled(): Promise<void> {
    while (!this.isSettled) await this.#writing.catch(() => undefined);
  }
}
