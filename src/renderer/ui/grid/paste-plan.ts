import type { Block } from './clipboard-text.ts';
import {
  columnSpan,
  columnsIn,
  type Extent,
  type GridRange,
  isOneCell,
  rowSpans,
  rowsIn,
} from './grid-range.ts';
import { placesOf } from './span.ts';

/** Where the cells of a block go. */
export interface PastePlan {
  /** Rows by where they are shown, with the block's row that goes there. */
  readonly rows: readonly { readonly row: number; readonly from: number }[];
  readonly columns: readonly { readonly column: number; readonly from: number }[];
  /** Rows of the block below the last row, and columns of it beyond the last column. */
  readonly rowsBeyond: number;
  readonly columnsBeyond: number;
}

/**
 * As Excel does: a block goes from the first selected cell on, right and down over the rows shown, however many are
 * selected; where the selection is a multiple of the block (or the block one cell) it is repeated to fill it.
 */
export function planPaste(block: Block, range: GridRange, extent: Extent): PastePlan {
  const height = block.length;
  const width = block.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const [selectedRows, selectedColumns] = [rowsIn(range), columnsIn(range)];
  const fills =
    !isOneCell(range) && selectedRows % height === 0 && selectedColumns % width === 0 && height * width > 0;
  const rowPlaces = fills ? [...placesOf(rowSpans(range))] : from(rowSpans(range)[0]?.from ?? 0, height);
  const firstColumn = columnSpan(range).from;
  const columnPlaces = from(firstColumn, fills ? selectedColumns : width);
  return {
    rows: rowPlaces
      .map((row, index) => ({ row, from: index % height }))
      .filter(({ row }) => row < extent.rows),
    columns: columnPlaces
      .map((column, index) => ({ column, from: index % width }))
      .filter(({ column }) => column < extent.columns),
    rowsBeyond: rowPlaces.filter((row) => row >= extent.rows).length,
    columnsBeyond: columnPlaces.filter((column) => column >= extent.columns).length,
  };
}

const from = (first: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => first + index);
