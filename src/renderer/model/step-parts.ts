import type { RowId } from '../../core/diagnostic.ts';
import { type CellChange, cellText, type EditedSheet, isAdded } from '../../core/edited-sheet.ts';
import type { Operation } from '../../core/operation.ts';
import { LIMITS, MOST_ROW_IDS } from '../../core/sheet.ts';

/** An operation as it is asked for: what cells hold now is looked up. */
export type AskedOperation =
  | Exclude<Operation, { readonly kind: 'set_cells' }>
  | { readonly kind: 'set_cells'; readonly changes: readonly Omit<CellChange, 'before'>[] };

/** Cells or rows of an operation that go over the bridge together: some 10 ms of the window's time. */
export const MOST_AT_ONCE = 5_000;

interface Now {
  /** The sheet when it is looked at: each part builds on those before it. */
  readonly edited: () => EditedSheet;
  /** Whether an operation of a kind may not touch a row. */
  readonly isLocked: (row: RowId, kind: Operation['kind']) => boolean;
}

/**
 * What of a step really changes something, in parts small enough to be recorded without holding up the window. Left
 * out are changes that change nothing, rows that are locked or gone, and rows beyond what a sheet may hold.
 *
 * @yields `undefined` where a part comes to nothing: whoever goes through many may want to breathe
 */
export function* realParts(asked: Iterable<AskedOperation>, now: Now): Generator<Operation | undefined> {
  for (const operation of asked) {
    switch (operation.kind) {
      case 'set_cells':
        for (const changes of piecesOf(operation.changes)) yield realChanges(changes, now);
        break;
      case 'add_rows':
        yield roomFor(operation.count, now.edited());
        break;
      case 'remove_rows':
        for (const rows of piecesOf(operation.rows)) yield* removing(rows, now);
        break;
      case 'exclude_rows':
      case 'include_rows':
      case 'restore_rows':
        for (const rows of piecesOf(operation.rows)) yield realRows({ kind: operation.kind, rows }, now);
        break;
    }
  }
}

function* piecesOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += MOST_AT_ONCE) yield list.slice(at, at + MOST_AT_ONCE);
}

function realChanges(
  changes: readonly Omit<CellChange, 'before'>[],
  { edited, isLocked }: Now,
): Operation | undefined {
  const sheet = edited();
  const real: CellChange[] = [];
  for (const { row, column, after } of changes) {
    const before = cellText(sheet, row, column);
    if (before !== after && !sheet.removedRows.has(row) && !isLocked(row, 'set_cells'))
      real.push({ row, column, before, after });
  }
  return real.length === 0 ? undefined : { kind: 'set_cells', changes: real };
}

/** Cells of removed rows are emptied: a column counts as edited by the cells that are there. */
function* removing(rows: readonly RowId[], now: Now): Generator<Operation | undefined> {
  const operation = realRows({ kind: 'remove_rows', rows }, now);
  if (operation?.kind === 'remove_rows') {
    const filled = [...now.edited().changedCells].flatMap(([column, cells]) =>
      operation.rows.filter((row) => cells.has(row)).map((row) => ({ row, column, after: '' })),
    );
    for (const changes of piecesOf(filled)) yield realChanges(changes, now);
  }
  yield operation;
}

type RowsOperation = Extract<Operation, { readonly rows: readonly RowId[] }>;

function realRows(operation: RowsOperation, { edited, isLocked }: Now): Operation | undefined {
  const sheet = edited();
  const rows = [...new Set(operation.rows)].filter(
    (row) =>
      row >= 0 &&
      row < sheet.rowCount &&
      !isLocked(row, operation.kind) &&
      isChangedBy(operation.kind, row, sheet),
  );
  return rows.length === 0 ? undefined : { ...operation, rows };
}

function isChangedBy(kind: RowsOperation['kind'], row: RowId, sheet: EditedSheet): boolean {
  const isRemoved = sheet.removedRows.has(row);
  switch (kind) {
    case 'exclude_rows':
      return !isRemoved && !sheet.excludedRows.has(row);
    case 'include_rows':
      return !isRemoved && sheet.excludedRows.has(row);
    case 'remove_rows':
      return !isRemoved && isAdded(sheet, row);
    case 'restore_rows':
      return isRemoved;
  }
}

function roomFor(count: number, { rowCount, removedRows }: EditedSheet): Operation | undefined {
  const room = Math.min(count, LIMITS.rows - (rowCount - removedRows.size), MOST_ROW_IDS - rowCount);
  return room > 0 ? { kind: 'add_rows', count: room } : undefined;
}
