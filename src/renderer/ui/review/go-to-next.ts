import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { nextChange } from '../../model/next-change.ts';
import { nextWarningIn } from '../../model/next-finding.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { workspace } from '../../store.ts';
import { useGrid } from '../grid/grid-state.ts';
import { leftToGo } from '../trail.ts';
import { goTo } from '../view-state.ts';

interface Cursor {
  readonly row: RowId;
  readonly column: ColumnIndex | null;
}

interface Step {
  readonly sheet: SheetModel;
  readonly from: Cursor | null;
  readonly columns: readonly ColumnIndex[];
}

type Target = { readonly row: RowId; readonly column: ColumnIndex | undefined } | undefined;

/** Where steps led that the grid has not followed yet, and in which sheet. */
let goingTo: readonly Cursor[] = [];
let sheetOfSteps: SheetModel | null = null;
let stopWatching: (() => void) | undefined;
/** Steps come one after the other, each from where the last one led; what they need may have to be fetched. */
let walking: Promise<void> = Promise.resolve();

/** Goes from the cursor to the next cell that the plan changes, or to the one before. */
export const goToChange = (direction: 1 | -1): Promise<void> =>
  goTowards(({ sheet, from, columns }) => nextChange(sheet, { from, columns, direction }));

/** Goes to the next row of those shown that was warned of. */
export const goToWarning = (): Promise<void> =>
  goTowards(({ sheet, from }) => nextWarningIn(sheet, from?.row));

function goTowards(find: (step: Step) => Promise<Target>): Promise<void> {
  walking = stepAfter(walking, find);
  return walking;
}

async function stepAfter(last: Promise<void>, find: (step: Step) => Promise<Target>): Promise<void> {
  await last;
  const { sheet } = workspace.getState();
  if (!sheet) return;
  if (sheet !== sheetOfSteps) goingTo = [];
  sheetOfSteps = sheet;
  watchCursor();
  const columns = useGrid.getState().ranges?.columns.shown ?? [];
  const next = await find({ sheet, from: cursor(), columns });
  if (!next || workspace.getState().sheet !== sheet) return;
  // A row without a cell of its own to go to is gone to at its first one.
  goingTo = [...goingTo, { row: next.row, column: next.column ?? columns[0] ?? null }];
  goTo(next.row, next.column);
}

function cursor(): Cursor | null {
  const { selectedRow: row, selectedColumn: column } = workspace.getState();
  return goingTo.at(-1) ?? (row === null ? null : { row, column });
}

function watchCursor(): void {
  stopWatching ??= workspace.subscribe(({ selectedRow: row, selectedColumn: column }, before) => {
    if (row !== before.selectedRow || column !== before.selectedColumn)
      goingTo = leftToGo(goingTo, { row, column });
  });
}
