import { readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keepDaysSchema } from '../../contract/history-schemas.ts';
import { z } from '../../core/zod.ts';
import { makePrivateFolder, writeFileAtomically } from '../files.ts';

const keptConnectionSchema = z.strictObject({
  connectionId: z.uuid(),
  name: z.string(),
  baseUrl: z.string(),
  mode: z.enum(['TEST', 'LIVE']),
  keyLastFour: z.string().max(4),
  /** SECURITY: ciphertext. A key that can't be encrypted is not kept at all. */
  sealedKey: z.string(),
});
export type KeptConnection = z.infer<typeof keptConnectionSchema>;

const settingsSchema = z.strictObject({
  version: z.literal(1),
  connections: z.array(keptConnectionSchema),
  /** How long runs and dry runs are kept; for ever where nobody chose. */
  keepDays: z.exactOptional(keepDaysSchema),
});
export type Settings = z.infer<typeof settingsSchema>;

const NONE: Settings = { version: 1, connections: [] };

/** What the app keeps besides sheets and runs: one file, written as a whole. */
export class SettingsFile {
  readonly #path: string;
  #settings: Settings;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, settings: Settings) {
    this.#path = path;
    this.#settings = settings;
  }

  /** A file that can't be understood is put aside, not overwritten. */
  static async open(dataFolder: string): Promise<SettingsFile> {
    const path = join(dataFolder, 'settings.json');
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return new SettingsFile(path, NONE);
    try {
      return new SettingsFile(path, settingsSchema.parse(JSON.parse(text)));
    } catch {
      await rename(path, `${path}.damaged`);
      return new SettingsFile(path, NONE);
    }
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Resolves when the change is on the disk. */
  async change(changes: Partial<Omit<Settings, 'version'>>): Promise<void> {
    this.#settings = { ...this.#settings, ...changes };
    const write = async (): Promise<void> => {
      await makePrivateFolder(dirname(this.#path));
      await writeFileAtomically(this.#path, `${JSON.stringify(this.#settings, null, 2)}\n`);
    };
    // One after the other: the last one asked for must be the last one written.
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }
}
