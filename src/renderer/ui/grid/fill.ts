import { columnSpan, type GridRange, type Place, rowSpans } from './grid-range.ts';
import { placesOf } from './span.ts';

/** A cell that takes over what another one holds. */
export interface Filled {
  readonly to: Place;
  readonly from: Place;
}

/**
 * Ctrl+D and Ctrl+R: the first row (or column) of the selection goes into the others; where only one is selected it
 * takes over what is above (or left of) it, as in Excel.
 */
export function fillPlan(range: GridRange, direction: 'down' | 'right'): readonly Filled[] {
  const rows = [...placesOf(rowSpans(range))];
  const columns = [...placesOf([columnSpan(range)])];
  const [firstRow, firstColumn] = [rows[0] ?? 0, columns[0] ?? 0];
  if (direction === 'down') {
    const isOneRow = rows.length === 1;
    const source = isOneRow ? firstRow - 1 : firstRow;
    if (source < 0) return [];
    return (isOneRow ? rows : rows.slice(1)).flatMap((row) =>
      columns.map((column) => ({ to: { row, column }, from: { row: source, column } })),
    );
  }
  const isOneColumn = columns.length === 1;
  const source = isOneColumn ? firstColumn - 1 : firstColumn;
  if (source < 0) return [];
  return rows.flatMap((row) =>
    (isOneColumn ? columns : columns.slice(1)).map((column) => ({
      to: { row, column },
      from: { row, column: source },
    })),
  );
}
