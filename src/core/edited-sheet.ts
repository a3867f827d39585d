import type { ColumnIndex, RowId } from './diagnostic.ts';
import type { CellChange, Operation } from './operation.ts';
import { RowMap } from './row-map.ts';
import { RowSet } from './row-set.ts';
import type { Sheet } from './sheet.ts';

export type { CellChange, Operation } from './operation.ts';

/** A sheet with the operations done on it. The original text stays known. */
export interface EditedSheet {
  readonly sheet: Sheet;
  /** Row ids are below this: rows of the file, then rows added in the app, those removed again included. */
  readonly rowCount: number;
  /** Cells that differ from the file, where an added row has blank ones. */
  readonly changedCells: ReadonlyMap<ColumnIndex, RowMap<string>>;
  readonly excludedRows: RowSet;
  /** Added rows that were removed again: they are in no list, count, plan or report. */
  readonly removedRows: RowSet;
  /** Operations done so far. */
  readonly revision: number;
}

export const unedited = (sheet: Sheet): EditedSheet => ({
  sheet,
  rowCount: sheet.rowCount,
  changedCells: new Map(),
  excludedRows: new RowSet(),
  removedRows: new RowSet(),
  revision: 0,
});

/** Columns of which a cell differs from the file. */
export const editedColumns = (edited: EditedSheet): ReadonlySet<ColumnIndex> =>
  new Set(edited.changedCells.keys());

/** A cell's text as it is now. */
export const cellText = (edited: EditedSheet, row: RowId, column: ColumnIndex): string =>
  edited.changedCells.get(column)?.get(row) ?? edited.sheet.cells[column]?.[row] ?? '';

/** Whether a row was added in the app; the file does not have it. */
export const isAdded = ({ sheet, rowCount }: Pick<EditedSheet, 'sheet' | 'rowCount'>, row: RowId): boolean =>
  row >= sheet.rowCount && row < rowCount;

/** The rows there are, in the order of the file; added ones after its own. */
export function* rowsOf({ rowCount, removedRows }: EditedSheet): Generator<RowId> {
  for (let row = 0; row < rowCount; row++) if (!removedRows.has(row)) yield row;
}

/** Does an operation. Operations that do not fit the sheet (no such row or column) are a defect and throw. */
export function applyOperation(edited: EditedSheet, operation: Operation): EditedSheet {
  const revision = edited.revision + 1;
  const { excludedRows, removedRows } = edited;
  switch (operation.kind) {
    case 'set_cells':
      return { ...edited, changedCells: setCells(edited, operation.changes), revision };
    case 'exclude_rows':
      return { ...edited, excludedRows: excludedRows.with(existing(edited, operation.rows)), revision };
    case 'include_rows':
      return { ...edited, excludedRows: excludedRows.without(existing(edited, operation.rows)), revision };
    case 'add_rows':
      return { ...edited, rowCount: edited.rowCount + operation.count, revision };
    case 'remove_rows':
      return { ...edited, removedRows: removedRows.with(added(edited, operation.rows)), revision };
    case 'restore_rows':
      return { ...edited, removedRows: removedRows.without(added(edited, operation.rows)), revision };
  }
}

function setCells(edited: EditedSheet, changes: readonly CellChange[]): EditedSheet['changedCells'] {
  const byColumn = new Map(edited.changedCells);
  for (const [column, own] of changesByColumn(changes)) {
    const cells = (byColumn.get(column) ?? new RowMap<string>()).with((set) => {
      for (const { row, after } of own)
        set(row, after === originalText(edited, row, column) ? undefined : after);
    });
    if (cells.size === 0) byColumn.delete(column);
    else byColumn.set(column, cells);
  }
  return byColumn;
}

/** Most operations are about one column, and are not taken apart. */
function changesByColumn(
  changes: readonly CellChange[],
): Iterable<readonly [ColumnIndex, readonly CellChange[]]> {
  const first = changes[0]?.column;
  if (first === undefined) return [];
  return changes.every(({ column }) => column === first)
    ? [[first, changes]]
    : Map.groupBy(changes, ({ column }) => column);
}

function originalText(edited: EditedSheet, row: RowId, column: ColumnIndex): string {
  const cells = edited.sheet.cells[column];
  const text = cells?.[row] ?? (cells && isAdded(edited, row) ? '' : undefined);
  if (text === undefined) throw new RangeError(`No cell in row ${row}, column ${column}`);
  return text;
}

function existing({ rowCount }: EditedSheet, rows: readonly RowId[]): readonly RowId[] {
  const missing = rows.find((row) => row < 0 || row >= rowCount);
  if (missing !== undefined) throw new RangeError(`No row ${missing}`);
  return rows;
}

function added(edited: EditedSheet, rows: readonly RowId[]): readonly RowId[] {
  const other = rows.find((row) => !isAdded(edited, row));
  if (other !== undefined) throw new RangeError(`Row ${other} was not added`);
  return rows;
}
