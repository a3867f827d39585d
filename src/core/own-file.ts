import type { Diagnostic } from './diagnostic.ts';
import { guarded, isGuarded, unguarded } from './formula-guard.ts';
import { finding } from './words/diagnostics.ts';
import { OWN_COLUMNS } from './words/own-files.ts';

/** A record as our files have it. */
export const guardedRecord = (record: readonly string[]): readonly string[] => record.map(guarded);

const KNOWN_BY: ReadonlySet<string> = new Set(Object.values(OWN_COLUMNS));

/**
 * A file that this program wrote, on its way back in: its guards are taken off and the column it is known by is left
 * out, so that its cells are those it was written of, however a spreadsheet has quoted, padded or split it since.
 */
export class OwnFile {
  readonly #column: number;
  readonly #header: string;
  #guards = 0;

  private constructor(column: number, header: string) {
    this.#column = column;
    this.#header = header;
  }

  /** `undefined` where the header is that of anybody's file. */
  static of(header: readonly string[]): OwnFile | undefined {
    const column = header.findIndex((text) => KNOWN_BY.has(text.trim()));
    return column < 0 ? undefined : new OwnFile(column, (header[column] ?? '').trim());
  }

  /** A record of it, the header too, as it was before it was written. */
  restored(record: readonly string[]): readonly string[] {
    const restored: string[] = [];
    for (const [column, text] of record.entries()) {
      if (column === this.#column) continue;
      if (isGuarded(text)) this.#guards++;
      restored.push(unguarded(text));
    }
    return restored;
  }

  get finding(): Diagnostic {
    return finding('own_file', { kind: 'file' }, { header: this.#header, guards: this.#guards });
  }
}
