import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { ColumnFilter } from '../../model/column-filter.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

/** Has a column let through other rows; without a filter all of them. */
export function filterBy(sheet: SheetModel, column: ColumnIndex, filter: ColumnFilter | undefined): void {
  const filters = new Map(sheet.filters);
  if (filter) filters.set(column, filter);
  else filters.delete(column);
  sheet.show({ filters });
}
