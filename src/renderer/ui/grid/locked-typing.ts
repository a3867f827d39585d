import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { isTyping } from '../use-shortcuts.ts';
import { columnOf } from './grid-row.ts';
import type { GridNote } from './grid-state.ts';

/** Says why nothing happens when somebody wants to type into a cell that can't be edited: the grid itself is silent. */
export function listenForLockedTyping(
  container: HTMLElement,
  model: SheetModel,
  say: (note: GridNote) => void,
  signal: AbortSignal,
): void {
  const explain = ({ target }: Event): void => {
    const cell = target instanceof Element && !isTyping(target) ? cellOf(target, model) : undefined;
    const lock = cell && model.lockOf(cell.row);
    if (lock !== undefined) say({ text: lock });
  };
  container.addEventListener('dblclick', explain, { signal, capture: true });
  container.addEventListener(
    'keydown',
    (event) => {
      if (isForText(event)) explain(event);
    },
    { signal, capture: true },
  );
}

/** Keys that begin an edit; what Enter and Tab do is seen, and Delete says of itself what it left alone. */
const isForText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'F2' || (key !== ' ' && /^.$/su.test(key) && !ctrlKey && !metaKey && !altKey);

function cellOf(
  target: Element,
  model: SheetModel,
): { readonly row: RowId; readonly column: ColumnIndex } | undefined {
  const column = columnOf(target.closest('.ag-cell')?.getAttribute('col-id') ?? '');
  const row = model.shown.rowAt(Number(target.closest('.ag-row')?.getAttribute('row-index')));
  return column === null || row === undefined ? undefined : { row, column };
}
