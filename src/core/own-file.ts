import type { Diagnostic } from './diagnostic.ts';
import { guarded, isGuarded, unguarded } from './formula-guard.ts';
import { finding } from './words/diagnostics.ts';
import { CELLS_BEYOND, cellsFoundIn, OWN_COLUMNS } from './words/own-files.ts';

/** A record as our files have it. */
export const guardedRecord = (record: readonly string[]): readonly string[] => record.map(guarded);

/** A record of a file of ours, as it was before it was written. */
export interface RestoredRecord {
  readonly cells: readonly string[];
  /** By column: such a cell is meant to the letter, though it may look like `="02138"`. */
  readonly wasGuarded: readonly boolean[];
}

/**
 * A file that this program wrote, on its way back in: its guards are taken off and the columns that are ours are left
 * out, so that its cells are those it was written of, however a spreadsheet has quoted, padded or split it since. What
 * became of its rows is left out with them: read as fields, `metadata.seats before` would be written to customers.
 */
export class OwnFile {
  readonly #header: string;
  /** The first of our columns, and the first that is not ours any more. */
  readonly #from: number;
  readonly #to: number;
  readonly #hasCellsBeyond: boolean;
  #guards = 0;

  private constructor(header: readonly string[], from: number, to: number) {
    this.#header = header[from] ?? '';
    this.#from = from;
    this.#to = to;
    this.#hasCellsBeyond = to > from + 1 && header[from + 1] === CELLS_BEYOND;
  }

  /** `undefined` where the header is that of anybody's file. */
  static of(header: readonly string[]): OwnFile | undefined {
    const report = header.indexOf(OWN_COLUMNS.report);
    if (report >= 0) return new OwnFile(header, report, header.length);
    const failed = header.indexOf(OWN_COLUMNS.failed);
    return failed < 0 ? undefined : new OwnFile(header, failed, failed + 1);
  }

  /** A record of it, the header too, as it was before it was written. */
  restored(record: readonly string[]): RestoredRecord {
    const written = [...record.slice(0, this.#from), ...record.slice(this.#to)];
    const wasGuarded = written.map(isGuarded);
    this.#guards += wasGuarded.filter(Boolean).length;
    const kept = written.map(unguarded);
    const found = cellsFoundIn(record[this.#from] ?? '');
    const cells = found === undefined ? kept : this.#madeUneven(kept, found, record[this.#from + 1] ?? '');
    return { cells, wasGuarded };
  }

  get finding(): Diagnostic {
    const columns = this.#to - this.#from;
    return finding('own_file', { kind: 'file' }, { header: this.#header, columns, guards: this.#guards });
  }

  /** A row that was short or long of cells is so again: made even in the report, it would import without a finding. */
  #madeUneven(kept: readonly string[], found: number, cellsBeyond: string): readonly string[] {
    if (found <= kept.length)
      return kept.slice(found).every((text) => text === '') ? kept.slice(0, found) : kept;
    return this.#hasCellsBeyond ? [...kept, ...textsIn(unguarded(cellsBeyond))] : kept;
  }
}

/** Cells as the report has them: a list in JSON. */
function textsIn(json: string): readonly string[] {
  try {
    const texts: unknown = JSON.parse(json);
    return Array.isArray(texts) ? texts.map(String) : [];
  } catch {
    return [];
  }
}
