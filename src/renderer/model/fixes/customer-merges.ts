import type { RowId } from '../../../core/diagnostic.ts';
import type { RowMerge, RowMerger } from '../../../core/merge-rows.ts';
import type { SheetModel } from '../sheet-model.ts';
import type { AskedOperation } from '../step-parts.ts';

/** All rows about one customer, and what merging them comes to. */
export interface CustomerMerge {
  /** In the order of the file; the first ones where there are too many. */
  readonly rows: readonly RowId[];
  readonly merge: RowMerge | { readonly kind: 'too_many'; readonly total: number };
}

/** More rows about one customer than anybody means: most likely the key is in another column. */
const MOST_MERGED = 100;

/** @param rows about one customer, in any order */
export function mergeOfRows(rows: ReadonlySet<RowId>, merger: RowMerger): CustomerMerge {
  const first: RowId[] = [];
  for (const row of rows) if (first.push(row) === MOST_MERGED) break;
  first.sort((a, b) => a - b);
  if (rows.size > MOST_MERGED) return { rows: first, merge: { kind: 'too_many', total: rows.size } };
  return { rows: first, merge: merger(first) };
}

/** What merging every customer that has several rows comes to. */
export interface ProposedMerges {
  readonly merges: readonly Mergeable[];
  /** They can't be merged: a person has to look at them. */
  readonly refused: readonly CustomerMerge[];
}

export type Mergeable = RowMerge & { readonly kind: 'mergeable' };

/** Rows looked at between two looks at the clock. */
const ROWS_AT_ONCE = 200;

/** Goes through all customers with several rows, in the order of their first. */
export function* collectMerges(sheet: SheetModel): Generator<void, ProposedMerges> {
  const merges: Mergeable[] = [];
  const refused: CustomerMerge[] = [];
  const seen = new Set<RowId>();
  for (let row = 0; row < sheet.rowCount; row++) {
    if (row % ROWS_AT_ONCE === 0) yield;
    // Two rows about one customer are errors, both of them.
    if (sheet.severityOf(row) !== 'error' || seen.has(row)) continue;
    const found = sheet.mergeOf(row);
    if (found?.rows[0] !== row) continue;
    yield;
    for (const each of found.rows) seen.add(each);
    if (found.merge.kind === 'mergeable') merges.push(found.merge);
    else refused.push(found);
  }
  return { merges, refused };
}

/** Merges as one step: the first rows take what the others ask for, the others are left out. */
export const mergeOperations = (merges: readonly Mergeable[]): readonly AskedOperation[] => [
  { kind: 'set_cells', changes: merges.flatMap(({ cells }) => cells) },
  { kind: 'exclude_rows', rows: merges.flatMap(({ others }) => others) },
];
