import type { GridApi } from 'ag-grid-community';
import type { CellChange } from '../../../core/edited-sheet.ts';
import type { SheetModel } from '../../model/workspace-model.ts';
import { isTyping } from '../use-shortcuts.ts';
import { clipboardCell, parseClipboard } from './clipboard-text.ts';
import { columnOf, type GridRow } from './grid-row.ts';

/** Copying the focused cell, and pasting a block from Excel from it on, right and down over the rows shown. */
export function listenForClipboard(
  container: HTMLElement,
  api: GridApi<GridRow>,
  model: SheetModel,
  signal: AbortSignal,
): void {
  container.addEventListener(
    'copy',
    (event) => {
      const focused = focusedCell(api, model);
      if (!focused || isTyping(event.target) || hasSelectedText()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', clipboardCell(model.cell(focused.row, focused.column)));
    },
    { signal },
  );
  container.addEventListener(
    'paste',
    (event) => {
      if (isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      const changes = pastedChanges(api, model, parseClipboard(text));
      if (changes.length > 0) model.edit(changes);
    },
    { signal },
  );
}

type Changes = readonly Omit<CellChange, 'before'>[];

/** Columns as they stand on screen; cells beyond the last column or row, and of locked rows, are left. */
function pastedChanges(
  api: GridApi<GridRow>,
  model: SheetModel,
  block: readonly (readonly string[])[],
): Changes {
  const focused = focusedCell(api, model);
  if (!focused) return [];
  const columns = api.getAllDisplayedColumns().flatMap((column) => columnOf(column.getColId()) ?? []);
  const firstColumn = columns.indexOf(focused.column);
  return block.flatMap((cells, down) => {
    const row = model.shown.rowAt(focused.index + down);
    if (row === undefined || model.lockOf(row) !== undefined) return [];
    return cells.flatMap((after, right) => {
      const column = columns[firstColumn + right];
      return column === undefined ? [] : [{ row, column, after }];
    });
  });
}

function focusedCell(api: GridApi<GridRow>, model: SheetModel) {
  const focused = api.getFocusedCell();
  const column = focused && columnOf(focused.column.getColId());
  const row = focused && model.shown.rowAt(focused.rowIndex);
  return typeof column === 'number' && typeof row === 'number'
    ? { row, column, index: focused?.rowIndex ?? 0 }
    : undefined;
}

const hasSelectedText = (): boolean => (document.getSelection()?.toString() ?? '') !== '';
