import type { RowId } from '../diagnostic.ts';
import type { RaggedRow } from '../sheet.ts';
import { isBlankCell } from './blank.ts';

/** A table as it was read: headers, `cells[column][row]`, and rows whose number of cells is another. */
export interface ReadTable {
  readonly headers: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly raggedRows: ReadonlyMap<RowId, RaggedRow>;
}

/**
 * The number of columns up to the last one that has a header or a cell: Excel saves columns that were emptied,
 * and a delimiter at the end of each line begins one. Columns with a header are not looked through.
 */
export function usedColumns({ headers, cells }: ReadTable): number {
  let used = headers.length;
  while (used > 1 && isBlankCell(headers[used - 1] ?? '') && (cells[used - 1] ?? []).every(isBlankCell))
    used--;
  return used;
}

/** Rows that are ragged beside so many columns; cells of those left out count as cells beyond the last one. */
export function raggedRowsBeside(
  { headers, cells, raggedRows }: ReadTable,
  used: number,
): ReadonlyMap<RowId, RaggedRow> {
  const still = new Map<RowId, RaggedRow>();
  for (const [row, { found, extraCells }] of raggedRows) {
    const hasExtra = found > headers.length;
    if (!hasExtra && found >= used) continue;
    const leftOut = hasExtra ? cells.slice(used).map((texts) => texts[row] ?? '') : [];
    still.set(row, { found, extraCells: [...leftOut, ...extraCells] });
  }
  return still;
}
