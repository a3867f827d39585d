import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { CellChange } from '../../../core/edited-sheet.ts';
import type { ColumnGroup } from '../../model/fixes/column-groups.ts';

/** What of the changes shown is to be done. */
export interface Choice {
  readonly columns: ReadonlySet<ColumnIndex>;
  /** Single cells that stay, by `cellKey`. */
  readonly left: ReadonlySet<string>;
}

export const cellKey = ({ row, column }: Pick<CellChange, 'row' | 'column'>): string => `${row} ${column}`;

export const chosenChanges = (changes: readonly CellChange[], choice: Choice): readonly CellChange[] =>
  changes.filter((change) => choice.columns.has(change.column) && !choice.left.has(cellKey(change)));

/** How many those are, without going through a million of them at each tick. */
export function chosenCount(
  changes: readonly CellChange[],
  groups: readonly ColumnGroup[],
  { columns, left }: Choice,
): number {
  const ticked = groups.filter(({ column }) => columns.has(column));
  const cells = ticked.reduce((sum, group) => sum + group.cells, 0);
  if (left.size === 0) return cells;
  return cells - listedChanges(changes, columns).filter((change) => left.has(cellKey(change))).length;
}

/** As many as a person can look at one by one. */
const MOST_LISTED = 200;

/** The first changes of the chosen columns: those that are listed, and can be left one by one. */
export function listedChanges(
  changes: readonly CellChange[],
  columns: ReadonlySet<ColumnIndex>,
): readonly CellChange[] {
  const listed: CellChange[] = [];
  for (const change of changes) {
    if (!columns.has(change.column)) continue;
    listed.push(change);
    if (listed.length === MOST_LISTED) break;
  }
  return listed;
}
