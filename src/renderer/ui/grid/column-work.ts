import type { GridApi } from 'ag-grid-community';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { ArrangementKeeper } from './arrangement-keeper.ts';
import { rangeOf } from './grid-range.ts';
import { columnIdOf, columnOf, type GridRow } from './grid-row.ts';
import type { GridLayout } from './layout.ts';
import type { Selection } from './selection.ts';

/** How a person arranges the columns: the sheet, and what is written, do not change by it. */
export class ColumnWork {
  readonly #api: GridApi<GridRow>;
  readonly #layout: GridLayout;
  readonly #selection: Selection;

  readonly #arrangement: ArrangementKeeper;

  constructor(
    api: GridApi<GridRow>,
    layout: GridLayout,
    selection: Selection,
    arrangement: ArrangementKeeper,
  ) {
    this.#api = api;
    this.#layout = layout;
    this.#selection = selection;
    this.#arrangement = arrangement;
  }

  /** The sheet's columns that are shown, from left to right. */
  get shown(): readonly ColumnIndex[] {
    return this.#layout.columns;
  }

  /** The sheet's columns that are not shown, as they would stand. */
  get hidden(): readonly ColumnIndex[] {
    return this.#all().filter((column) => !this.#layout.columns.includes(column));
  }

  hide(column: ColumnIndex): void {
    // A grid without columns could not be got back by its headers.
    if (this.#layout.columns.length > 1) this.#api.setColumnsVisible([columnIdOf(column)], false);
  }

  show(columns: readonly ColumnIndex[]): void {
    this.#api.setColumnsVisible(columns.map(columnIdOf), true);
    const [first] = columns;
    if (first !== undefined) this.#api.ensureColumnVisible(columnIdOf(first));
  }

  /** All columns as wide, in the order and as visible as before anybody arranged them. */
  makeUsual(): void {
    this.#arrangement.reset();
  }

  isFrozen(column: ColumnIndex): boolean {
    return this.#api.getColumn(columnIdOf(column))?.isPinnedLeft() ?? false;
  }

  /** This column and those left of it stay in sight. */
  freezeTo(column: ColumnIndex): void {
    const { columns } = this.#layout;
    this.#pin(columns.slice(0, columns.indexOf(column) + 1), 'left');
  }

  /** This column and those right of it scroll again. */
  unfreezeFrom(column: ColumnIndex): void {
    const { columns } = this.#layout;
    this.#pin(columns.slice(columns.indexOf(column)), null);
  }

  /** Whether there is a place to move to: frozen columns stay among themselves. */
  canMove(column: ColumnIndex, step: 1 | -1): boolean {
    const neighbour = this.#neighbour(column, step);
    return neighbour !== undefined && this.isFrozen(neighbour) === this.isFrozen(column);
  }

  move(column: ColumnIndex, step: 1 | -1): void {
    const neighbour = this.#neighbour(column, step);
    if (neighbour === undefined || !this.canMove(column, step)) return;
    const to = this.#api.getAllGridColumns().findIndex((one) => one.getColId() === columnIdOf(neighbour));
    this.#api.moveColumns([columnIdOf(column)], to);
  }

  focusHeader(column: ColumnIndex): void {
    this.#api.setFocusedHeader(columnIdOf(column));
  }

  /** As wide as what is in sight of it. */
  fit(column: ColumnIndex): void {
    this.#api.autoSizeColumns([columnIdOf(column)]);
  }

  select(column: ColumnIndex): void {
    const place = this.#layout.columns.indexOf(column);
    const { rows } = this.#layout.extent;
    if (place < 0 || rows === 0) return;
    const row = Math.min(this.#selection.current()?.active.row ?? 0, rows - 1);
    const whole = rangeOf({ row: 0, column: place }, { row: rows - 1, column: place });
    this.#selection.moveWithin(whole, { row, column: place });
  }

  #all(): readonly ColumnIndex[] {
    return this.#api.getAllGridColumns().flatMap((column) => columnOf(column.getColId()) ?? []);
  }

  #neighbour(column: ColumnIndex, step: 1 | -1): ColumnIndex | undefined {
    const { columns } = this.#layout;
    return columns[columns.indexOf(column) + step];
  }

  #pin(columns: readonly ColumnIndex[], side: 'left' | null): void {
    this.#api.setColumnsPinned(columns.map(columnIdOf), side);
  }
}
