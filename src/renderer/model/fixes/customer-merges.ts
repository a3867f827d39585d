import type { RowId } from '../../../core/diagnostic.ts';
import type { RowMerge } from '../../../core/merge-rows.ts';
import type { AskedOperation } from '../step-parts.ts';
import type { SheetModel } from '../workspace-model.ts';

/** All rows about one customer, and what merging them comes to. */
export interface CustomerMerge {
  readonly rows: readonly RowId[];
  readonly merge: RowMerge;
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
  for (let row = 0; row < sheet.rowCount; row++) {
    if (row % ROWS_AT_ONCE === 0) yield;
    // Two rows about one customer are errors, both of them.
    const found = sheet.severityOf(row) === 'error' ? sheet.mergeOf(row) : undefined;
    if (found === undefined || found.rows[0] !== row) continue;
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
