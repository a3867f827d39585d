import type { ColumnIndex, RowId } from './diagnostic.ts';
import type { Sheet } from './sheet.ts';

/** One cell's change, with what it held before. */
export interface CellChange {
  readonly row: RowId;
  readonly column: ColumnIndex;
  readonly before: string;
  readonly after: string;
}

/**
 * What a person did to a sheet. The sheet shown is a function of the imported one and its operations, so an
 * operation carries everything it changes and can be taken back by its inverse.
 */
export type Operation =
  | { readonly kind: 'set_cells'; readonly changes: readonly CellChange[] }
  /** Rows that were not excluded before, so that the inverse is exact; likewise for including. */
  | { readonly kind: 'exclude_rows'; readonly rows: readonly RowId[] }
  | { readonly kind: 'include_rows'; readonly rows: readonly RowId[] };

/** A sheet with the operations done on it. The original text stays known. */
export interface EditedSheet {
  readonly sheet: Sheet;
  /** Cells that differ from the file: by column, then row. */
  readonly changedCells: ReadonlyMap<ColumnIndex, ReadonlyMap<RowId, string>>;
  readonly excludedRows: ReadonlySet<RowId>;
  /** Operations done so far. */
  readonly revision: number;
}

export const unedited = (sheet: Sheet): EditedSheet => ({
  sheet,
  changedCells: new Map(),
  excludedRows: new Set(),
  revision: 0,
});

/** Columns of which a cell differs from the file. */
export const editedColumns = (edited: EditedSheet): ReadonlySet<ColumnIndex> =>
  new Set(edited.changedCells.keys());

/** A cell's text as it is now. */
export const cellText = (edited: EditedSheet, row: RowId, column: ColumnIndex): string =>
  edited.changedCells.get(column)?.get(row) ?? edited.sheet.cells[column]?.[row] ?? '';

/** Does an operation. Operations that do not fit the sheet (no such row or column) are a defect and throw. */
export function applyOperation(edited: EditedSheet, operation: Operation): EditedSheet {
  const revision = edited.revision + 1;
  switch (operation.kind) {
    case 'set_cells':
      return { ...edited, ...setCells(edited, operation.changes), revision };
    case 'exclude_rows':
      return { ...edited, excludedRows: edited.excludedRows.union(rowsOf(edited, operation.rows)), revision };
    case 'include_rows':
      return {
        ...edited,
        excludedRows: edited.excludedRows.difference(rowsOf(edited, operation.rows)),
        revision,
      };
  }
}

/**
 * An operation as several that do the same, each of at most so many cells or rows: one over a hundred thousand
 * cells would hold up whoever has to pass it on in one piece.
 */
export function partsOf(operation: Operation, most: number): readonly Operation[] {
  return operation.kind === 'set_cells'
    ? piecesOf(operation.changes, most).map((changes) => ({ kind: operation.kind, changes }))
    : piecesOf(operation.rows, most).map((rows) => ({ kind: operation.kind, rows }));
}

const piecesOf = <T>(list: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );

/** The operation that takes another back. */
export function inverseOf(operation: Operation): Operation {
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
  }
}

function setCells(
  { sheet, changedCells }: EditedSheet,
  changes: readonly CellChange[],
): Pick<EditedSheet, 'changedCells'> {
  const byColumn = new Map(changedCells);
  const copied = new Map<ColumnIndex, Map<RowId, string>>();
  for (const { row, column, after } of changes) {
    const original = sheet.cells[column]?.[row];
    if (original === undefined) throw new RangeError(`No cell in row ${row}, column ${column}`);
    const cells = copied.get(column) ?? new Map(byColumn.get(column));
    if (after === original) cells.delete(row);
    else cells.set(row, after);
    copied.set(column, cells);
    byColumn.set(column, cells);
  }
  for (const [column, cells] of copied) if (cells.size === 0) byColumn.delete(column);
  return { changedCells: byColumn };
}

function rowsOf({ sheet }: EditedSheet, rows: readonly RowId[]): ReadonlySet<RowId> {
  const missing = rows.find((row) => row < 0 || row >= sheet.rowCount);
  if (missing !== undefined) throw new RangeError(`No row ${missing}`);
  return new Set(rows);
}
