import type { RowId } from './diagnostic.ts';
import { RowMap } from './row-map.ts';

/** Some of a sheet's rows. Never changed; copies are cheap, as those of a `RowMap` are. */
export class RowSet implements Iterable<RowId> {
  readonly #rows: RowMap<true>;

  constructor(rows: RowMap<true> = new RowMap()) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(row: RowId): boolean {
    return this.#rows.has(row);
  }

  with(rows: Iterable<RowId>): RowSet {
    return this.#changed(rows, true);
  }

  without(rows: Iterable<RowId>): RowSet {
    return this.#changed(rows, undefined);
  }

  /** In their order. */
  *[Symbol.iterator](): Generator<RowId> {
    for (const [row] of this.#rows) yield row;
  }

  #changed(rows: Iterable<RowId>, value: true | undefined): RowSet {
    return new RowSet(
      this.#rows.with((set) => {
        for (const row of rows) set(row, value);
      }),
    );
  }
}
