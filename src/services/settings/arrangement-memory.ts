import { join } from 'node:path';
import { columnArrangementSchema, headerNamesSchema } from '../../contract/sheet-schemas.ts';
import type { ColumnArrangement } from '../../core/column-arrangement.ts';
import { headerSetOf, isDataRow } from '../../core/remembered-mapping.ts';
import { z } from '../../core/zod.ts';
import { KeptFile } from './kept-file.ts';

/** Like mappings: far more than one team's exports, and the one used longest ago is forgotten first. */
export const MOST_ARRANGEMENTS = 200;

const memorySchema = z.strictObject({
  version: z.literal(1),
  /** The newest first. */
  arrangements: z.array(z.strictObject({ headers: headerNamesSchema, arrangement: columnArrangementSchema })),
});
type Memory = z.infer<typeof memorySchema>;

const NOTHING: Memory = { version: 1, arrangements: [] };

/** How people arranged columns, by the set of headers. Headers, widths and places: no customer's data. */
export class ArrangementMemory {
  readonly #file: KeptFile<Memory>;

  private constructor(file: KeptFile<Memory>) {
    this.#file = file;
  }

  static async open(dataFolder: string): Promise<ArrangementMemory> {
    return new ArrangementMemory(
      await KeptFile.open(join(dataFolder, 'arrangements.json'), memorySchema, NOTHING),
    );
  }

  recall(headers: readonly string[]): ColumnArrangement | undefined {
    const set = headerSetOf(headers);
    return this.#file.value.arrangements.find((kept) => headerSetOf(kept.headers) === set)?.arrangement;
  }

  /** Resolves when it is on the disk, in place of what was kept for the same headers. */
  async remember(headers: readonly string[], arrangement: ColumnArrangement): Promise<void> {
    if (isDataRow(headers)) return;
    const set = headerSetOf(headers);
    const others = this.#file.value.arrangements.filter((kept) => headerSetOf(kept.headers) !== set);
    const arrangements = [{ headers: [...headers], arrangement }, ...others].slice(0, MOST_ARRANGEMENTS);
    await this.#file.replace({ version: 1, arrangements });
  }
}
