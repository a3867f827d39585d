import type { RowId } from '../../core/diagnostic.ts';
import { breathe } from './breathe.ts';
import type { SheetModel } from './sheet-model.ts';

const ROWS_AT_ONCE = 50_000;

/** The rows of which something is true, in the order of the file; looked for in slices. */
export async function rowsWhere(
  { rowCount }: Pick<SheetModel, 'rowCount'>,
  isWanted: (row: RowId) => boolean,
): Promise<RowId[]> {
  const rows: RowId[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (isWanted(row)) rows.push(row);
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe();
  }
  return rows;
}
