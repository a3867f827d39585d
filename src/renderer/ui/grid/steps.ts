import {
  type Direction,
  type GridRange,
  isOneCell,
  isSamePlace,
  nextInRange,
  type Place,
} from './grid-range.ts';
import type { GridLayout } from './layout.ts';
import type { Selection } from './selection.ts';

/** Where Enter and Tab take the cursor: through a range, else from cell to cell as in Excel. */
export class Steps {
  readonly #layout: GridLayout;
  readonly #selection: Selection;
  /** Tab after Tab fills in a row; Enter then goes to the next one, below where the first was pressed. */
  #row: { readonly startColumn: number; readonly cursor: Place } | undefined;

  constructor(layout: GridLayout, selection: Selection) {
    this.#layout = layout;
    this.#selection = selection;
  }

  /** @returns false where there is nowhere to go: the key may leave the grid then */
  step(range: GridRange, direction: Direction): boolean {
    if (!isOneCell(range)) {
      this.#selection.moveWithin(range, nextInRange(range, direction));
      return true;
    }
    const { active } = range;
    return direction === 'down' || direction === 'up'
      ? this.#enter(active, direction === 'down' ? 1 : -1)
      : this.#tab(active, direction === 'right' ? 1 : -1);
  }

  #enter({ row, column }: Place, step: 1 | -1): boolean {
    const isInRow = this.#row && isSamePlace(this.#row.cursor, { row, column });
    const startColumn = isInRow ? this.#row?.startColumn : undefined;
    this.#row = undefined;
    const next = row + step;
    if (next >= 0 && next < this.#layout.extent.rows)
      this.#selection.moveTo({ row: next, column: startColumn ?? column });
    return true;
  }

  #tab({ row, column }: Place, step: 1 | -1): boolean {
    const { rows, columns } = this.#layout.extent;
    const next = row * columns + column + step;
    if (next < 0 || next >= rows * columns) return false;
    const cursor = { row: Math.floor(next / columns), column: next % columns };
    const isGoingOn = this.#row && isSamePlace(this.#row.cursor, { row, column }) && cursor.row === row;
    this.#row = { startColumn: isGoingOn ? (this.#row?.startColumn ?? column) : column, cursor };
    this.#selection.moveTo(cursor);
    return true;
  }
}
