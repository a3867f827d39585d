import type { ColumnIndex, RowId } from './diagnostic.ts';

/** One cell's change, with what it held before. */
export interface CellChange {
  readonly row: RowId;
  readonly column: ColumnIndex;
  readonly before: string;
  readonly after: string;
}

/** Puts blank rows after the last one. Their ids go on from it, and are never given to another row. */
export interface AddRows {
  readonly kind: 'add_rows';
  readonly count: number;
}

/** An operation that can be done again after it was taken back: it names the rows it is about. */
export type Repeatable =
  | { readonly kind: 'set_cells'; readonly changes: readonly CellChange[] }
  /** Rows that were not excluded before, so that the inverse is exact; likewise for the others. */
  | { readonly kind: 'exclude_rows'; readonly rows: readonly RowId[] }
  | { readonly kind: 'include_rows'; readonly rows: readonly RowId[] }
  /** Rows added in the app. A row of the file is excluded, never removed. */
  | { readonly kind: 'remove_rows'; readonly rows: readonly RowId[] }
  | { readonly kind: 'restore_rows'; readonly rows: readonly RowId[] };

/**
 * What a person did to a sheet. The sheet shown is a function of the imported one and its operations, so an
 * operation carries everything it changes and can be taken back by its inverse.
 */
export type Operation = Repeatable | AddRows;

/**
 * An operation as it is recorded: a step of a person's may be several, and taking one back, or doing it again, is
 * recorded like any other. Without a mark an operation begins a new step; `more` goes on with whatever the one
 * before it began.
 */
export type RecordedOperation = Operation & { readonly step?: 'more' | 'undone' | 'redone' };

/** What does the same again after it was taken back: rows come back under the ids they were added with. */
export const repeatable = (operation: Operation, rowCount: number): Repeatable =>
  operation.kind === 'add_rows' ? { kind: 'restore_rows', rows: addedRows(operation, rowCount) } : operation;

/** Ids of the rows it adds to a sheet of so many. */
export const addedRows = ({ count }: AddRows, rowCount: number): readonly RowId[] =>
  Array.from({ length: count }, (_, index) => rowCount + index);

/** The operation that takes another back. */
export function inverseOf(operation: Repeatable): Repeatable {
  switch (operation.kind) {
    case 'set_cells': {
      const changes = operation.changes.map(({ row, column, before, after }) => ({
        row,
        column,
        before: after,
        after: before,
      }));
      return { kind: 'set_cells', changes: changes.reverse() };
    }
    case 'exclude_rows':
      return { kind: 'include_rows', rows: operation.rows };
    case 'include_rows':
      return { kind: 'exclude_rows', rows: operation.rows };
    case 'remove_rows':
      return { kind: 'restore_rows', rows: operation.rows };
    case 'restore_rows':
      return { kind: 'remove_rows', rows: operation.rows };
  }
}

/** Rows that operations name. Those that one adds are new: nothing was known of them that could be out of date. */
export function rowsTouched(operations: readonly Operation[]): ReadonlySet<RowId> {
  const rows = new Set<RowId>();
  for (const operation of operations) {
    if (operation.kind === 'set_cells') for (const { row } of operation.changes) rows.add(row);
    else if (operation.kind !== 'add_rows') for (const row of operation.rows) rows.add(row);
  }
  return rows;
}

/** How much there is to it, in cells or rows. */
export function sizeOf(operation: Operation): number {
  if (operation.kind === 'add_rows') return operation.count;
  return operation.kind === 'set_cells' ? operation.changes.length : operation.rows.length;
}
