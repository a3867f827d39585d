import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { ShownRows } from '../../model/sheet-model.ts';
import {
  afterMoving,
  columnSpan,
  type GridRange,
  hasWholeRows,
  isSamePlace,
  type Place,
  rangeOf,
  rowSpans,
  wholeRows,
} from './grid-range.ts';
import type { GridLayout } from './layout.ts';
import { placesOf } from './span.ts';

/** Which cells are selected. The one with the grid's cursor is always one of them. */
export class Selection {
  readonly #layout: GridLayout;
  readonly #shown: () => ShownRows;
  readonly #listeners = new Set<() => void>();
  #range: GridRange | null = null;

  constructor(layout: GridLayout, shown: () => ShownRows) {
    this.#layout = layout;
    this.#shown = shown;
  }

  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** As it was last told; `current` looks at the cursor first. */
  get range(): GridRange | null {
    return this.#range;
  }

  /**
   * The grid moves its cursor itself for many keys, and says so only after the next frame: where it is by now is
   * looked at. On a line number it stands for the row; on a status no cell is selected.
   */
  current(): GridRange | null {
    const focused = this.#layout.focused();
    if (focused === undefined) return this.#range;
    const { extent } = this.#layout;
    if (focused.kind === 'state') return null;
    if (focused.kind === 'line') {
      const isOfRow =
        this.#range && hasWholeRows(this.#range, extent) && this.#range.active.row === focused.row;
      return isOfRow ? this.#range : wholeRows(focused.row, extent);
    }
    const { row, column } = focused;
    return this.#range && isSamePlace(this.#range.active, focused) ? this.#range : rangeOf({ row, column });
  }

  set(range: GridRange | null): void {
    if (range === this.#range) return;
    this.#range = range;
    for (const listener of this.#listeners) listener();
  }

  /** Takes over where the cursor went. */
  followCursor(): void {
    this.set(this.current());
  }

  /** Puts the cursor on a cell, which alone is selected then. */
  moveTo(place: Place): void {
    this.set(rangeOf(place));
    this.#layout.focus(place);
  }

  /** The cursor goes to another cell of the range. */
  moveWithin(range: GridRange, active: Place): void {
    this.set({ ...range, active });
    this.#layout.focus(active);
  }

  /** Moves the corner across from the one that stays. */
  extendTo(range: GridRange, across: Place): void {
    this.set({ ...range, across });
  }

  /**
   * Rows or columns are in another order now: the same cells stay selected.
   *
   * @returns the active cell, if there were others beside it and the cursor has to go with it
   */
  follow(rowsBefore: ShownRows, columnsBefore: readonly ColumnIndex[]): Place | undefined {
    const range = this.#range;
    if (range === null) return undefined;
    const shown = this.#shown();
    const { columns } = this.#layout;
    const columnNow = (column: number): number => columns.indexOf(columnsBefore[column] ?? -1);
    const rowNow = (place: number): number => {
      const row = rowsBefore.rowAt(place);
      return row === undefined ? -1 : shown.indexOf(row);
    };
    const moved = afterMoving(range, rowsBefore === shown ? (row) => row : rowNow, columnNow);
    this.set(moved ?? null);
    return moved?.active;
  }

  rows(range = this.current()): readonly RowId[] {
    if (range === null) return [];
    const shown = this.#shown();
    const rows: RowId[] = [];
    for (const place of placesOf(rowSpans(range))) {
      const row = shown.rowAt(place);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  columns(range = this.current()): readonly ColumnIndex[] {
    if (range === null) return [];
    const { from, to } = columnSpan(range);
    return this.#layout.columns.slice(from, to + 1);
  }
}
