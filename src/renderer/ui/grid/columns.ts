import type { ColDef } from 'ag-grid-community';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { Column } from '../../../core/sheet.ts';
import { isClearToken } from '../../../core/tokens.ts';
import { sameAsText } from '../../../core/words/plan.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { MERGE } from '../words/finding-kinds.ts';
import { SHEET } from '../words/sheet.ts';
import { CellEditor } from './cell-editor.ts';
import { changeElement, clearedElement, pendingElement, stateElement } from './cell-elements.ts';
import type { CellMarks } from './cell-marks.ts';
import { cellTip } from './cell-tip.ts';
import { columnIdOf, type GridRow, LINE_COLUMN, STATE_COLUMN } from './grid-row.ts';
import { ColumnHeader, onHeaderKey } from './header.ts';
import { LEAST_WIDTH } from './narrow-columns.ts';
import { whoColumns } from './who-columns.ts';

/** What all columns have in common. */
export const defaultColumn = (model: SheetModel): ColDef<GridRow> => ({
  sortable: false,
  resizable: true,
  minWidth: 64,
  headerComponent: ColumnHeader,
  // The grid has keys for features it does not have here; they are the app's own.
  suppressKeyboardEvent: ({ event }) => event.ctrlKey || event.metaKey,
  suppressHeaderKeyboardEvent: ({ event, column }) =>
    'getColId' in column && onHeaderKey(event, model, column.getColId()),
});

/** Line and status stay in sight; the file's columns follow in its order. */
export const gridColumns = (model: SheetModel, marks: CellMarks): ColDef<GridRow>[] => [
  {
    colId: LINE_COLUMN,
    headerName: SHEET.line,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    width: model.rowCount > MOST_SHORT_LINES ? 88 : 72,
    minWidth: LEAST_WIDTH,
    headerClass: 'header-line',
    cellClass: 'cell-line',
    valueGetter: ({ data }) => (data ? model.lineOf(data.row) : ''),
    editable: false,
  },
  {
    colId: STATE_COLUMN,
    headerName: SHEET.status,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    width: 144,
    minWidth: LEAST_WIDTH,
    cellClass: 'cell-state',
    valueGetter: ({ data }) => (data ? model.stateOf(data.row) : ''),
    // An element, never text: text from a renderer would be taken as HTML.
    cellRendererSelector: ({ data }) => {
      if (!data) return undefined;
      const { row } = data;
      return {
        component: () => (row < model.validatedRows ? rowStateElement(model, row) : pendingElement()),
      };
    },
    tooltip: ({ data }) => (data ? stateTip(model, data) : undefined),
    editable: false,
  },
  ...dataColumns(model, marks),
];

function dataColumns(model: SheetModel, marks: CellMarks): ColDef<GridRow>[] {
  const who = whoColumns(model);
  return model.columns.map((column) => dataColumn(column, model, marks, who));
}

function dataColumn(
  { index, name }: Column,
  model: SheetModel,
  marks: CellMarks,
  who: ReadonlySet<ColumnIndex>,
): ColDef<GridRow, string> {
  return {
    colId: columnIdOf(index),
    headerName: name,
    width: who.has(index) ? whoWidth(model, index, name, who.size) : widthOf(model, index, name),
    ...(who.has(index) && { pinned: 'left' as const }),
    valueGetter: ({ data }) => (data ? model.cell(data.row, index) : ''),
    // At once, in the key's own task: the grid's events come after the next frame.
    valueSetter: ({ data, newValue }) => {
      model.edit([{ row: data.row, column: index, after: newValue ?? '' }]);
      return true;
    },
    editable: ({ data }) => data !== undefined && model.lockOf(data.row) === undefined,
    cellEditor: CellEditor,
    cellRendererSelector: ({ data }) => {
      if (!data) return undefined;
      const change = marks.changeAt(data.row, index);
      if (change) return { component: () => changeElement(change) };
      const isCleared =
        model.mapping.roles[index]?.kind === 'write' && isClearToken(model.cell(data.row, index));
      return isCleared ? { component: clearedElement } : undefined;
    },
    cellClassRules: {
      'cell-error': ({ data }) => data !== undefined && marks.severityAt(data.row, index) === 'error',
      'cell-warning': ({ data }) => data !== undefined && marks.severityAt(data.row, index) === 'warning',
      'cell-changed': ({ data }) => data !== undefined && model.isChanged(data.row, index),
      'cell-reference': () => model.mapping.roles[index]?.kind === 'reference',
      'cell-kept': ({ data }) => data !== undefined && marks.isKeptAt(data.row, index),
      'cell-key': () => model.mapping.roles[index]?.kind === 'key',
      'cell-out': ({ data }) => data !== undefined && model.stateOf(data.row) === 'excluded',
      'cell-locked': ({ data }) => data !== undefined && model.lockOf(data.row) !== undefined,
    },
    tooltip: ({ data }) => (data ? cellTip(data.row, index, model, marks) : undefined),
  };
}

/** A row that was merged into another says into which. */
function rowStateElement(model: SheetModel, row: RowId): HTMLElement {
  const same = model.sameAs(row);
  return stateElement(model.stateOf(row), same === undefined ? undefined : MERGE.sameAs(model.lineOf(same)));
}

function stateTip(model: SheetModel, { row }: GridRow): string | undefined {
  const planned = model.plan === null ? undefined : model.planned(row)?.message;
  if (planned !== undefined && planned !== '') return planned;
  const same = model.sameAs(row);
  if (same !== undefined) return sameAsText(model.lineOf(same));
  const messages = model.findings(row).map(({ message }) => message);
  return messages.length === 0 ? undefined : messages.join('\n');
}

/** Lines beyond need more room for their number. */
const MOST_SHORT_LINES = 99_999;
const SAMPLE_ROWS = 100;
const WIDTHS = {
  perCharacter: 7.5,
  padding: 36,
  least: 124,
  most: 216,
  key: 152,
  keyBesideName: 112,
  name: 168,
  written: 168,
  mostWritten: 304,
  arrow: 32,
} as const;

/** What stays in sight takes no more room from the changes than it must: of an id the beginning is enough beside a name. */
function whoWidth(model: SheetModel, column: number, name: string, columns: number): number {
  if (model.mapping.roles[column]?.kind !== 'key') return Math.min(WIDTHS.name, widthOf(model, column, name));
  return columns > 1 ? WIDTHS.keyBesideName : WIDTHS.key;
}

/** Wide enough for the first rows, within reason; people can drag it. */
function widthOf(model: SheetModel, column: number, name: string): number {
  const role = model.mapping.roles[column];
  if (role?.kind === 'key') return WIDTHS.key;
  const rows = Math.min(model.rowCount, SAMPLE_ROWS);
  let longest = 0;
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const { length } = model.cell(row, column);
    longest = Math.max(longest, length);
    if (length > 0) filled++;
  }
  // A column that is nearly always blank leaves the room to the others.
  if (filled < rows * SPARSE) return WIDTHS.least;
  // Before and after stand side by side in what is written.
  if (role?.kind === 'write') {
    const both = 2 * longest * WIDTHS.perCharacter + WIDTHS.padding + WIDTHS.arrow;
    return Math.round(Math.min(WIDTHS.mostWritten, Math.max(WIDTHS.written, both)));
  }
  const width = Math.max(longest, name.length + 2) * WIDTHS.perCharacter + WIDTHS.padding;
  return Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)));
}

const SPARSE = 0.1;
