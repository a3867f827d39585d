import {
  applyOperation,
  type CellChange,
  type EditedSheet,
  type Operation,
  unedited,
} from './edited-sheet.ts';
import type { Sheet } from './sheet.ts';

/**
 * A sheet with all its operations done: the same as doing them one by one, in one go. (One by one each edit
 * copies its column's changes, which for ten thousand edits is a matter of seconds.)
 */
export function replay(sheet: Sheet, operations: readonly Operation[]): EditedSheet {
  const changes: CellChange[] = [];
  const excluded = new Map<number, boolean>();
  for (const operation of operations) {
    if (operation.kind === 'set_cells') for (const change of operation.changes) changes.push(change);
    else for (const row of operation.rows) excluded.set(row, operation.kind === 'exclude_rows');
  }
  const rowsThat = (isExcluded: boolean): number[] =>
    [...excluded].flatMap(([row, value]) => (value === isExcluded ? [row] : []));
  const steps: readonly Operation[] = [
    { kind: 'set_cells', changes },
    { kind: 'exclude_rows', rows: rowsThat(true) },
    // Does nothing, except that it refuses rows that do not exist as the operation itself would.
    { kind: 'include_rows', rows: rowsThat(false) },
  ];
  return { ...steps.reduce(applyOperation, unedited(sheet)), revision: operations.length };
}

/** Rows that operations touch. */
export function rowsTouched(operations: readonly Operation[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const operation of operations) {
    if (operation.kind === 'set_cells') for (const { row } of operation.changes) rows.add(row);
    else for (const row of operation.rows) rows.add(row);
  }
  return rows;
}
