import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { CellChange } from '../../../core/edited-sheet.ts';
import type { ColumnRole } from '../../../core/mapping.ts';
import type { SheetModel } from '../sheet-model.ts';

/**
 * What changing cells of a column comes to: `becomes_written` is a column that is not sent until a cell of it is
 * edited, and then is, with all its cells.
 */
export type ColumnUse = 'written' | 'key' | 'check' | 'never_sent' | 'becomes_written';

/** Changes of one column. */
export interface ColumnGroup {
  readonly column: ColumnIndex;
  readonly use: ColumnUse;
  readonly cells: number;
}

/** Changes by column, in the order of the file. */
export function columnGroups(
  changes: readonly CellChange[],
  { mapping }: Pick<SheetModel, 'mapping'>,
): readonly ColumnGroup[] {
  const cells = new Map<ColumnIndex, number>();
  for (const { column } of changes) cells.set(column, (cells.get(column) ?? 0) + 1);
  return [...cells]
    .map(([column, count]) => ({ column, use: useOf(mapping.roles[column]), cells: count }))
    .sort((a, b) => a.column - b.column);
}

function useOf(role: ColumnRole | undefined): ColumnUse {
  switch (role?.kind) {
    case 'key':
      return 'key';
    case 'check':
      return 'check';
    case 'write':
      return 'written';
    case 'reference':
      return role.field === undefined ? 'never_sent' : 'becomes_written';
    case undefined:
      return 'never_sent';
  }
}

/** Whom a row is about, and what is sent at all, nobody changes by the way: such a column is ticked by hand. */
export const isTickedFirst = ({ use }: ColumnGroup): boolean => use !== 'key' && use !== 'becomes_written';
