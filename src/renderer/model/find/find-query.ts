import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { SheetModel } from '../sheet-model.ts';
import type { PatternOptions } from './text-pattern.ts';

/** Where to look. What was selected when it was chosen, since going from match to match selects others. */
export type FindScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'column'; readonly column: ColumnIndex }
  | {
      readonly kind: 'selection';
      readonly rows: ReadonlySet<RowId>;
      readonly columns: readonly ColumnIndex[];
    };

export interface FindQuery extends PatternOptions {
  readonly scope: FindScope;
}

/** In the order of the file. */
export function columnsIn(scope: FindScope, sheet: SheetModel): readonly ColumnIndex[] {
  switch (scope.kind) {
    case 'all':
      return sheet.columns.map(({ index }) => index);
    case 'column':
      return [scope.column];
    case 'selection':
      return scope.columns.toSorted((a, b) => a - b);
  }
}

export const isRowIn = (scope: FindScope, row: RowId): boolean =>
  scope.kind !== 'selection' || scope.rows.has(row);
