import type { ColumnIndex } from '../../../core/diagnostic.ts';
import { UNDO_NAME_COLUMN } from '../../../core/undo-sheet.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

type Mapped = Pick<SheetModel, 'columns' | 'mapping' | 'undoes'>;

/**
 * Whom a row is about: the columns that find its customer, and a name or e-mail right behind them. They stay in sight
 * beside the status, since nobody knows a customer by its id. A name further on stays in its place: what is copied from
 * the grid, or pasted into it, has the order of the file.
 */
export function whoColumns({ columns, mapping, undoes }: Mapped): ReadonlySet<ColumnIndex> {
  const keys = columns.flatMap(({ index }) => (mapping.roles[index]?.kind === 'key' ? [index] : []));
  if (undoes !== null) return new Set([...keys, UNDO_NAME_COLUMN]);
  const next = columns[(keys.at(-1) ?? columns.length) + 1]?.index;
  const role = next === undefined ? undefined : mapping.roles[next];
  const isName = role?.kind === 'check' && (role.field === 'name' || role.field === 'email');
  return new Set(isName && next !== undefined ? [...keys, next] : keys);
}
