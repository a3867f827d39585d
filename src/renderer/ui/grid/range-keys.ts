import type { GridApi } from 'ag-grid-community';
import type { SheetModel } from '../../model/sheet-model.ts';
import { platform } from '../platform.ts';
import { isTyping } from '../use-shortcuts.ts';
import { COMPOSING } from './cell-editor.ts';
import { destination } from './destination.ts';
import { type GridRange, isOneCell, type Place, rangeOf } from './grid-range.ts';
import { columnIdOf, type GridRow } from './grid-row.ts';
import type { GridLayout } from './layout.ts';
import type { Selection } from './selection.ts';
import type { Steps } from './steps.ts';
import { ROW_HEIGHT } from './theme.ts';

interface KeyOptions {
  readonly container: HTMLElement;
  readonly api: GridApi<GridRow>;
  readonly model: SheetModel;
  readonly layout: GridLayout;
  readonly selection: Selection;
  readonly steps: Steps;
  readonly empty: () => void;
  readonly signal: AbortSignal;
}

/** Keys on a cell that is not being edited, as Excel has them. Plain arrows and pages are the grid's own. */
export function listenForKeys(options: KeyOptions): void {
  const { container, signal } = options;
  container.addEventListener(
    'keydown',
    (event) => {
      const isOnCell = event.target instanceof Element && event.target.closest('.ag-cell') !== null;
      if (!isOnCell || isTyping(event.target) || event.altKey) return;
      if (!onKey(event, options)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
}

/** @returns whether the key was meant for the range */
function onKey(event: KeyboardEvent, options: KeyOptions): boolean {
  const { selection, layout, steps, empty } = options;
  const { key, shiftKey } = event;
  const withCtrl = isWithCtrl(event);
  const range = selection.current();
  const { rows, columns } = layout.extent;
  if (withCtrl && !shiftKey && key.toLowerCase() === 'a') {
    if (rows > 0) selection.set({ ...allCells(rows, columns), active: range?.active ?? FIRST });
    return true;
  }
  if (range === null) return false;
  if (key === ' ' && (shiftKey || withCtrl)) {
    const whole = allCells(rows, columns);
    selection.set(
      shiftKey
        ? {
            ...range,
            corner: { ...range.corner, column: 0 },
            across: { ...range.across, column: columns - 1 },
          }
        : { ...whole, active: range.active, ...columnsOf(range, whole) },
    );
    return true;
  }
  if ((key === 'Delete' || key === 'Backspace') && !withCtrl && !shiftKey) {
    empty();
    return true;
  }
  if (key === 'Enter' && !withCtrl) return steps.step(range, shiftKey ? 'up' : 'down');
  if (key === 'Tab' && !withCtrl) return steps.step(range, shiftKey ? 'left' : 'right');
  if (key === 'Dead' || key === COMPOSING) return beginComposing(range, options);
  return move(event, range, options);
}

const FIRST = { row: 0, column: 0 };
const allCells = (rows: number, columns: number): GridRange =>
  rangeOf(FIRST, { row: rows - 1, column: columns - 1 });

/** The columns of one range in the rows of another. */
const columnsOf = ({ corner, across }: GridRange, rows: GridRange): Pick<GridRange, 'corner' | 'across'> => ({
  corner: { row: rows.corner.row, column: corner.column },
  across: { row: rows.across.row, column: across.column },
});

/** What is composed goes into the editor, which must be there before it begins. */
function beginComposing({ active }: GridRange, { api, layout }: KeyOptions): false {
  const column = layout.columns[active.column];
  if (column !== undefined)
    api.startEditingCell({ rowIndex: active.row, colKey: columnIdOf(column), key: COMPOSING });
  return false;
}

function move(
  event: KeyboardEvent,
  range: GridRange,
  { model, layout, selection, container }: KeyOptions,
): boolean {
  const { key, shiftKey } = event;
  const withCtrl = isWithCtrl(event);
  const { columns } = layout;
  const isFilled = ({ row, column }: Place): boolean =>
    model.cell(model.shown.rowAt(row) ?? -1, columns[column] ?? -1) !== '';
  const to = destination(key, withCtrl, shiftKey ? range.across : range.active, {
    extent: layout.extent,
    isFilled,
    pageRows: pageRowsOf(container),
  });
  if (to === undefined) return false;
  if (shiftKey) {
    selection.extendTo(range, to);
    layout.show(to);
    return true;
  }
  if (withCtrl || key === 'Home' || key === 'End') {
    selection.moveTo(to);
    if (key === 'Home') layout.showLeftmost();
    return true;
  }
  // The grid itself knows where plain arrows lead, to the header and the status too.
  if (!isOneCell(range)) selection.set(rangeOf(range.active));
  return false;
}

const isWithCtrl = (event: KeyboardEvent): boolean => (platform === 'mac' ? event.metaKey : event.ctrlKey);

function pageRowsOf(container: HTMLElement): number {
  const height = container.querySelector('.ag-grid-viewport')?.clientHeight ?? 0;
  const header = container.querySelector('.ag-header')?.clientHeight ?? 0;
  return Math.max(1, Math.floor((height - header) / ROW_HEIGHT) - 1);
}
