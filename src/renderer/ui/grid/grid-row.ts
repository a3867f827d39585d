import type { RowId } from '../../../core/diagnostic.ts';

/** All the grid is given of a row; everything else it asks the model for. */
export interface GridRow {
  readonly row: RowId;
}

export const LINE_COLUMN = 'line';
export const STATE_COLUMN = 'state';

const PREFIX = 'c';

export const columnIdOf = (column: number): string => `${PREFIX}${column}`;

/** `null` for the line and the status. */
export const columnOf = (columnId: string): number | null => {
  const column = Number(columnId.slice(PREFIX.length));
  return columnId.startsWith(PREFIX) && Number.isInteger(column) ? column : null;
};
