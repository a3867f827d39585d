import type { RowId } from './diagnostic.ts';

/** Rows whose values are kept, and copied, together. */
const BLOCK_BITS = 10;
const BLOCK_ROWS = 2 ** BLOCK_BITS;

type Block<T> = readonly (T | undefined)[];

/**
 * Values of some of a sheet's rows. Never changed: a copy with changes shares the blocks that stay as they were, so
 * that one cell edited after a million others costs no more than the first, and earlier revisions cost nothing.
 */
export class RowMap<T> implements Iterable<readonly [RowId, T]> {
  readonly size: number;
  readonly #blocks: readonly (Block<T> | undefined)[];

  constructor(blocks: readonly (Block<T> | undefined)[] = [], size = 0) {
    this.#blocks = blocks;
    this.size = size;
  }

  get(row: RowId): T | undefined {
    return this.#blocks[row >> BLOCK_BITS]?.[row % BLOCK_ROWS];
  }

  has(row: RowId): boolean {
    return this.get(row) !== undefined;
  }

  /** A copy in which rows were set to values; `undefined` takes a row's value away. */
  with(change: (set: (row: RowId, value: T | undefined) => void) => void): RowMap<T> {
    const blocks = [...this.#blocks];
    const own = new Set<number>();
    let { size } = this;
    change((row, value) => {
      const at = row >> BLOCK_BITS;
      if (!own.has(at)) {
        while (blocks.length < at) blocks.push(undefined);
        blocks[at] = blocks[at]?.slice() ?? new Array<undefined>(BLOCK_ROWS).fill(undefined);
        own.add(at);
      }
      // A copy made above, which nobody else has seen yet.
      const block = blocks[at] as (T | undefined)[];
      const place = row % BLOCK_ROWS;
      size += Number(value !== undefined) - Number(block[place] !== undefined);
      block[place] = value;
    });
    return new RowMap(blocks, size);
  }

  /** In the order of the rows. */
  *[Symbol.iterator](): Generator<readonly [RowId, T]> {
    for (const [at, block] of this.#blocks.entries()) {
      if (block === undefined) continue;
      for (const [place, value] of block.entries())
        if (value !== undefined) yield [at * BLOCK_ROWS + place, value];
    }
  }
}
