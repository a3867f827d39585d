import type { RowId } from './diagnostic.ts';

/** Which rows have the same text: one customer's key, one new e-mail. Kept up to date row by row. */
export class Repeats {
  /** A single row by itself, since almost every text has only one: a million small sets would fill the memory. */
  readonly #rows = new Map<string, RowId | Set<RowId>>();

  /** Adds a row. Returns the rows that now have the same text as another and did not before. */
  add(text: string | undefined, row: RowId): readonly RowId[] {
    if (text === undefined || text === '') return [];
    const known = this.#rows.get(text);
    if (known === undefined) {
      this.#rows.set(text, row);
      return [];
    }
    if (known instanceof Set) {
      known.add(row);
      return [row];
    }
    this.#rows.set(text, new Set([known, row]));
    return [known, row];
  }

  /** Removes a row. Returns the rows that had the same text as another and no longer do, this one included. */
  remove(text: string | undefined, row: RowId): readonly RowId[] {
    if (text === undefined || text === '') return [];
    const known = this.#rows.get(text);
    if (!(known instanceof Set)) {
      if (known === row) this.#rows.delete(text);
      return [];
    }
    known.delete(row);
    // Not looked for before: past what was deleted in front of it that takes a while.
    if (known.size > 1) return [row];
    const [last] = known;
    if (last === undefined) return [row];
    this.#rows.set(text, last);
    return [row, last];
  }

  /** One of the rows with the text. */
  rowWith(text: string | undefined): RowId | undefined {
    const known = text === undefined ? undefined : this.#rows.get(text);
    return known instanceof Set ? known.values().next().value : known;
  }

  /** All rows with the text, where there are several. */
  rowsWith(text: string | undefined): ReadonlySet<RowId> | undefined {
    const known = text === undefined ? undefined : this.#rows.get(text);
    return known instanceof Set ? known : undefined;
  }
}
