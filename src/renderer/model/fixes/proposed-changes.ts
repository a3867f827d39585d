import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { CellChange } from '../../../core/edited-sheet.ts';
import type { SheetModel } from '../sheet-model.ts';

/** Which rows of the sheet are meant: those on the tab that pass the filters, or every one. */
export type MeantRows = 'shown' | 'all';

/** What would be done to many cells at once, to be looked at first. */
export interface ProposedChanges {
  readonly changes: readonly CellChange[];
  /** Rows that are being written now, and stay as they are. */
  readonly lockedRows: number;
  /** There would have been more. */
  readonly isCut: boolean;
}

/** Somebody who would change more at once has to narrow it: the list itself would fill the memory. */
export const MOST_CHANGES = 1_000_000;

/** Rows looked at between two looks at the clock. */
const ROWS_AT_ONCE = 200;

export type ChangesOf = (row: RowId) => Iterable<{ readonly column: ColumnIndex; readonly after: string }>;

/** Collects what would be changed, in the order of the rows; what would change nothing is left out. */
export function* collectChanges(
  sheet: SheetModel,
  meant: MeantRows,
  changesOf: ChangesOf,
): Generator<void, ProposedChanges> {
  const changes: CellChange[] = [];
  let lockedRows = 0;
  let looked = 0;
  for (const row of rowsOf(sheet, meant)) {
    if (++looked % ROWS_AT_ONCE === 0) yield;
    let isCounted = sheet.lockOf(row) === undefined;
    for (const { column, after } of changesOf(row)) {
      const before = sheet.cell(row, column);
      if (before === after) continue;
      if (sheet.lockOf(row) !== undefined) {
        if (!isCounted) lockedRows++;
        isCounted = true;
        continue;
      }
      if (changes.length === MOST_CHANGES) return { changes, lockedRows, isCut: true };
      changes.push({ row, column, before, after });
    }
  }
  return { changes, lockedRows, isCut: false };
}

function* rowsOf({ shown, rowCount }: SheetModel, meant: MeantRows): Generator<RowId> {
  if (meant === 'all') for (let row = 0; row < rowCount; row++) yield row;
  else {
    for (let index = 0; index < shown.length; index++) {
      const row = shown.rowAt(index);
      if (row !== undefined) yield row;
    }
  }
}
