import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { valueText } from '../../../core/words/values.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { SHEET } from '../words/sheet.ts';
import type { CellMarks } from './cell-marks.ts';
import { columnOf } from './grid-row.ts';

/** What is wrong with a cell, what the plan does with it, why it can't be edited, what it was. */
export function cellTip(
  row: RowId,
  column: ColumnIndex,
  model: SheetModel,
  marks: CellMarks,
): string | undefined {
  const messages = marks.findingsAt(row, column).map(({ message }) => message);
  messages.push(...marks.warningsAt(row, column));
  const change = marks.changeAt(row, column);
  if (change)
    messages.push(
      SHEET.change(
        change.before === undefined ? undefined : valueText(change.before),
        valueText(change.after),
      ),
    );
  const lock = model.lockOf(row);
  if (lock !== undefined) messages.push(lock);
  if (model.isChanged(row, column)) messages.push(SHEET.changedFrom(model.original(row, column)));
  return messages.length === 0 ? undefined : messages.join('\n');
}

/** Has a screen reader say with a cell what others see of it by its marks and its tip. */
export function describeOnFocus(
  container: HTMLElement,
  model: SheetModel,
  marks: CellMarks,
  signal: AbortSignal,
): void {
  const describe = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || !target.matches('.ag-cell')) return;
    const column = columnOf(target.getAttribute('col-id') ?? '');
    const row = model.shown.rowAt(Number(target.closest('.ag-row')?.getAttribute('row-index')));
    if (column === null || row === undefined) return;
    target.ariaDescription = cellTip(row, column, model, marks) ?? null;
  };
  container.addEventListener('focusin', describe, { signal });
}
