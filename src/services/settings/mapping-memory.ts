import { join } from 'node:path';
import { lastTimeSchema } from '../../contract/sheet-schemas.ts';
import { headerSetOf, type LastTime, type RememberedMapping } from '../../core/remembered-mapping.ts';
import { z } from '../../core/zod.ts';
import { type Clock, isoTime } from '../clock.ts';
import { KeptFile } from './kept-file.ts';
import type { Saving } from './saving.ts';

/** Far more than one team's exports; the one used longest ago is forgotten first. */
export const MOST_MAPPINGS = 200;

const memorySchema = z.strictObject({
  version: z.literal(1),
  /** The newest first. */
  mappings: z.array(lastTimeSchema),
});
type Memory = z.infer<typeof memorySchema>;

const NOTHING: Memory = { version: 1, mappings: [] };

/** The mappings that people confirmed, by the set of headers. Headers and roles: no customer's data. */
export class MappingMemory {
  readonly #file: KeptFile<Memory>;
  readonly #clock: Clock;

  private constructor(file: KeptFile<Memory>, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
  }

  static async open(dataFolder: string, clock: Clock): Promise<MappingMemory> {
    return new MappingMemory(
      await KeptFile.open(join(dataFolder, 'mappings.json'), memorySchema, NOTHING),
      clock,
    );
  }

  get saving(): Saving {
    return this.#file;
  }

  recall(headers: readonly string[]): LastTime | undefined {
    const set = headerSetOf(headers);
    return this.#file.value.mappings.find((kept) => setOf(kept) === set);
  }

  /** Resolves when it is on the disk, in place of what was kept for the same headers. */
  async remember(mapping: RememberedMapping): Promise<void> {
    const set = setOf(mapping);
    const others = this.#file.value.mappings.filter((kept) => setOf(kept) !== set);
    const newest: LastTime = { ...mapping, savedAt: isoTime(this.#clock) };
    await this.#file.replace({ version: 1, mappings: [newest, ...others].slice(0, MOST_MAPPINGS) });
  }
}

const setOf = ({ columns }: RememberedMapping): string => headerSetOf(columns.map(({ name }) => name));
