import { join } from 'node:path';
import { keepDaysSchema } from '../../contract/history-schemas.ts';
import { contrastSchema, themeSchema } from '../../contract/settings-schemas.ts';
import { chosenWorkSettingsSchema } from '../../core/work-settings.ts';
import { z } from '../../core/zod.ts';
import { KeptFile } from './kept-file.ts';
import type { Saving } from './saving.ts';

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
  /** What somebody chose; one that this version does not allow must not cost the connections beside it. */
  work: z.exactOptional(chosenWorkSettingsSchema.catch({})),
  theme: z.exactOptional(themeSchema.catch('system')),
  contrast: z.exactOptional(contrastSchema.catch('system')),
  /** Where the last report was saved. */
  reportFolder: z.exactOptional(z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

const NONE: Settings = { version: 1, connections: [] };

/** What the app keeps besides sheets and runs. */
export class SettingsFile {
  readonly #file: KeptFile<Settings>;

  private constructor(file: KeptFile<Settings>) {
    this.#file = file;
  }

  static async open(dataFolder: string): Promise<SettingsFile> {
    return new SettingsFile(await KeptFile.open(join(dataFolder, 'settings.json'), settingsSchema, NONE));
  }

  get saving(): Saving {
    return this.#file;
  }

  get settings(): Settings {
    return this.#file.value;
  }

  /** Resolves when the change is on the disk. */
  async change(changes: Partial<Omit<Settings, 'version'>>): Promise<void> {
    await this.#file.replace({ ...this.settings, ...changes });
  }
}
