import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';

/** Which rows a column lets through. */
export type ColumnFilter =
  /** Whatever its case. */
  | { readonly kind: 'contains'; readonly text: string }
  /** Exactly one of these texts. */
  | { readonly kind: 'values'; readonly values: ReadonlySet<string> }
  /** Only white space counts as blank: it looks the same. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'not_blank' }
  /** Changed in the app. */
  | { readonly kind: 'edited' };

export type ColumnFilters = ReadonlyMap<ColumnIndex, ColumnFilter>;

interface Cells {
  cell(row: RowId, column: ColumnIndex): string;
  isChanged(row: RowId, column: ColumnIndex): boolean;
}

/** Whether a row passes all filters, but that of one column where one is named. */
export function passesFilters(
  cells: Cells,
  filters: ColumnFilters,
  row: RowId,
  besides?: ColumnIndex,
): boolean {
  for (const [column, filter] of filters)
    if (column !== besides && !passes(cells, filter, row, column)) return false;
  return true;
}

function passes(cells: Cells, filter: ColumnFilter, row: RowId, column: ColumnIndex): boolean {
  switch (filter.kind) {
    case 'contains':
      return cells.cell(row, column).toLowerCase().includes(filter.text.toLowerCase());
    case 'values':
      return filter.values.has(cells.cell(row, column));
    case 'blank':
      return cells.cell(row, column).trim() === '';
    case 'not_blank':
      return cells.cell(row, column).trim() !== '';
    case 'edited':
      return cells.isChanged(row, column);
  }
}
