import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from '../../core/zod.ts';
import { type Clock, isoTime } from '../clock.ts';
import { KeptFile } from './kept-file.ts';
import type { Saving } from './saving.ts';

/** As many as a menu shows at a glance. */
export const MOST_RECENT_FILES = 10;

const recentFileSchema = z.strictObject({
  /** By which the window names the file: its path stays with the host. */
  id: z.uuid(),
  path: z.string(),
  /** ISO 8601. */
  openedAt: z.string(),
});
export type RecentFile = z.infer<typeof recentFileSchema>;

const recentFilesSchema = z.strictObject({
  version: z.literal(1),
  /** The newest first. */
  files: z.array(recentFileSchema),
});
type Kept = z.infer<typeof recentFilesSchema>;

const NONE: Kept = { version: 1, files: [] };

/** The files that were imported last, by their paths. Their contents are kept by sessions, not here. */
export class RecentFiles {
  readonly #file: KeptFile<Kept>;
  readonly #clock: Clock;
  readonly #onChange: (files: readonly RecentFile[]) => void;

  private constructor(file: KeptFile<Kept>, clock: Clock, onChange: (files: readonly RecentFile[]) => void) {
    this.#file = file;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  static async open(
    dataFolder: string,
    clock: Clock,
    onChange: (files: readonly RecentFile[]) => void = () => undefined,
  ): Promise<RecentFiles> {
    const file = await KeptFile.open(join(dataFolder, 'recent-files.json'), recentFilesSchema, NONE);
    return new RecentFiles(file, clock, onChange);
  }

  get saving(): Saving {
    return this.#file;
  }

  /** The newest first. */
  get files(): readonly RecentFile[] {
    return this.#file.value.files;
  }

  pathOf(id: string): string | undefined {
    return this.files.find((file) => file.id === id)?.path;
  }

  /** A file was imported: it is the newest now. Resolves when that is on the disk. */
  async note(path: string): Promise<void> {
    const others = this.files.filter((file) => file.path !== path);
    const id = this.files.find((file) => file.path === path)?.id ?? randomUUID();
    const newest = { id, path, openedAt: isoTime(this.#clock) };
    await this.#replace([newest, ...others].slice(0, MOST_RECENT_FILES));
  }

  /** Only the list forgets it; the file is left alone. */
  async remove(id: string): Promise<void> {
    await this.#replace(this.files.filter((file) => file.id !== id));
  }

  async clear(): Promise<void> {
    await this.#replace([]);
  }

  async #replace(files: Kept['files']): Promise<void> {
    const written = this.#file.replace({ version: 1, files });
    this.#onChange(this.files);
    await written;
  }
}
