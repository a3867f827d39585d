import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';
import type { Repeatable } from '../../core/operation.ts';

/** Where something happened, so that a person can be taken there. */
export interface Touched {
  /** Of a step over very many rows the first ones: nobody sees more. */
  readonly rows: readonly RowId[];
  /** None where whole rows were touched. */
  readonly columns: readonly ColumnIndex[];
}

const MOST_ROWS_NAMED = 5_000;

/** Where a step's operations change something; its rows in their order. */
export function touchedBy(operations: readonly Repeatable[] | undefined): Touched | null {
  if (operations === undefined) return null;
  const rows = new Set<RowId>();
  const columns = new Set<ColumnIndex>();
  for (const operation of operations) {
    if (rows.size >= MOST_ROWS_NAMED) break;
    if (operation.kind !== 'set_cells') for (const row of operation.rows) rows.add(row);
    else
      for (const { row, column } of operation.changes) {
        rows.add(row);
        columns.add(column);
      }
  }
  const inOrder = (ids: ReadonlySet<number>): number[] => [...ids].sort((a, b) => a - b);
  return { rows: inOrder(rows), columns: inOrder(columns) };
}
