import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { CellChange } from '../../../core/edited-sheet.ts';
import type { ShownRows } from '../../model/sheet-model.ts';
import type { Block } from './clipboard-text.ts';
import { fillPlan } from './fill.ts';
import { columnSpan, type GridRange, rowSpans } from './grid-range.ts';
import type { PastePlan } from './paste-plan.ts';
import { placesOf } from './span.ts';

export type Change = Omit<CellChange, 'before'>;

/** Changes of many cells, put together in steps: a million of them take longer than a window may stand still. */
export type Changes = Generator<void, readonly Change[]>;

const CELLS_AT_ONCE = 2_000;

/** Rows and columns as they were shown when something was asked for, and what cells hold. */
export interface CellsShown {
  readonly shown: ShownRows;
  readonly columns: readonly ColumnIndex[];
  readonly cell: (row: RowId, column: ColumnIndex) => string;
}

/** The same text in every cell of a range that has another, or in those of its columns that are wanted. */
export function* textInRange(
  { shown, columns, cell }: CellsShown,
  range: GridRange,
  text: string,
  isWanted: (column: ColumnIndex) => boolean = () => true,
): Changes {
  const { from, to } = columnSpan(range);
  const wanted = columns.slice(from, to + 1).filter(isWanted);
  const changes: Change[] = [];
  let cells = 0;
  for (const place of placesOf(rowSpans(range))) {
    const row = shown.rowAt(place);
    if (row === undefined) continue;
    for (const column of wanted) if (cell(row, column) !== text) changes.push({ row, column, after: text });
    cells += wanted.length;
    if (cells < CELLS_AT_ONCE) continue;
    cells = 0;
    yield;
  }
  return changes;
}

/** What is in the first row or column of a range, or before it, in the others. */
export function* filledRange(
  { shown, columns, cell }: CellsShown,
  range: GridRange,
  direction: 'down' | 'right',
): Changes {
  const changes: Change[] = [];
  for (const { to, from } of fillPlan(range, direction)) {
    const [row, column] = [shown.rowAt(to.row), columns[to.column]];
    const [sourceRow, sourceColumn] = [shown.rowAt(from.row), columns[from.column]];
    if (row === undefined || column === undefined || sourceRow === undefined || sourceColumn === undefined)
      continue;
    changes.push({ row, column, after: cell(sourceRow, sourceColumn) });
    if (changes.length % CELLS_AT_ONCE === 0) yield;
  }
  return changes;
}

/** A block where it was planned to go; a row of it may be shorter than the others and leaves what is there. */
export function* pastedBlock(
  { shown, columns }: Pick<CellsShown, 'shown' | 'columns'>,
  block: Block,
  plan: Pick<PastePlan, 'rows' | 'columns'>,
): Changes {
  const changes: Change[] = [];
  for (const { row: place, from } of plan.rows) {
    const row = shown.rowAt(place);
    const cells = block[from];
    if (row === undefined || !cells) continue;
    for (const { column: columnPlace, from: cell } of plan.columns) {
      const [column, after] = [columns[columnPlace], cells[cell]];
      if (column !== undefined && after !== undefined) changes.push({ row, column, after });
    }
    if (changes.length % CELLS_AT_ONCE < plan.columns.length) yield;
  }
  return changes;
}
