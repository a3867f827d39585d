import type { RowId } from '../../core/diagnostic.ts';

export interface ColumnValue {
  readonly text: string;
  /** How many rows have it. */
  readonly rows: number;
}

interface ValueOptions {
  readonly rowCount: number;
  readonly passes: (row: RowId) => boolean;
  readonly textOf: (row: RowId) => string;
  readonly most: number;
}

/** Rows or values looked at in one step. */
const AT_ONCE = 1_000;

/**
 * The distinct values of rows that pass, the most frequent first, equally frequent ones in the order in which they
 * come; in steps, since a large sheet has a million of them.
 */
export function* valueSteps({
  rowCount,
  passes,
  textOf,
  most,
}: ValueOptions): Generator<void, readonly ColumnValue[]> {
  const counts = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    if (row % AT_ONCE === 0) yield;
    if (!passes(row)) continue;
    const text = textOf(row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return yield* mostFrequent(counts, most);
}

function* mostFrequent(
  counts: ReadonlyMap<string, number>,
  most: number,
): Generator<void, readonly ColumnValue[]> {
  let kept: ColumnValue[] = [];
  let fresh: ColumnValue[] = [];
  let looked = 0;
  const keepBest = (): void => {
    kept = [...kept, ...fresh].sort((a, b) => b.rows - a.rows).slice(0, most);
    fresh = [];
  };
  for (const [text, rows] of counts) {
    const least = kept.length < most ? 0 : (kept.at(-1)?.rows ?? 0);
    if (rows > least) fresh.push({ text, rows });
    if (fresh.length >= AT_ONCE) keepBest();
    if (looked++ % AT_ONCE === 0) yield;
  }
  keepBest();
  return kept;
}
