import type { GridApi } from 'ag-grid-community';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { Extent, Place } from './grid-range.ts';
import { columnIdOf, columnOf, type GridRow, LINE_COLUMN } from './grid-row.ts';

/** What is at a point of the grid: a cell of the sheet, or the line or the status of a row. */
export type Spot =
  | ({ readonly kind: 'cell' } & Place)
  | { readonly kind: 'line'; readonly row: number }
  | { readonly kind: 'state'; readonly row: number };

/** Where cells are on screen: rows as the model shows them, the sheet's columns as the person has arranged them. */
export class GridLayout {
  readonly #api: GridApi<GridRow>;
  readonly #model: SheetModel;

  constructor(api: GridApi<GridRow>, model: SheetModel) {
    this.#api = api;
    this.#model = model;
  }

  /** The sheet's columns that are shown, from left to right. */
  get columns(): readonly ColumnIndex[] {
    return this.#api.getAllDisplayedColumns().flatMap((column) => columnOf(column.getColId()) ?? []);
  }

  get extent(): Extent {
    return { rows: this.#model.shown.length, columns: this.columns.length };
  }

  spotOf(row: number, columnId: string): Spot | undefined {
    const column = columnOf(columnId);
    if (column === null) return { kind: columnId === LINE_COLUMN ? 'line' : 'state', row };
    const place = this.columns.indexOf(column);
    return place < 0 ? undefined : { kind: 'cell', row, column: place };
  }

  /** What the cursor is on. */
  focused(): Spot | undefined {
    const focused = this.#api.getFocusedCell();
    // A grid that is being taken down has neither cursor nor `null`.
    return focused ? this.spotOf(focused.rowIndex, focused.column.getColId()) : undefined;
  }

  spotAt(element: Element): Spot | undefined {
    const cell = element.closest('.ag-cell');
    const row = cell?.closest('.ag-row')?.getAttribute('row-index');
    const columnId = cell?.getAttribute('col-id');
    return typeof row === 'string' && typeof columnId === 'string'
      ? this.spotOf(Number(row), columnId)
      : undefined;
  }

  show({ row, column }: Place): void {
    if (row < this.#model.shown.length) this.#api.ensureIndexVisible(row);
    const shown = this.columns[column];
    if (shown !== undefined) this.#api.ensureColumnVisible(columnIdOf(shown));
  }

  /** Scrolls all the way to the left: a cursor in a column that stays in sight would not. */
  showLeftmost(): void {
    const scrolling = this.#api.getDisplayedCenterColumns()[0];
    if (scrolling) this.#api.ensureColumnVisible(scrolling, 'start');
  }

  /** Puts the cursor on a cell. */
  focus(place: Place): void {
    this.show(place);
    const column = this.columns[place.column];
    if (column !== undefined) this.#api.setFocusedCell(place.row, columnIdOf(column));
  }

  focusLine(row: number): void {
    this.#api.setFocusedCell(row, LINE_COLUMN);
  }
}
