import type { ColumnIndex } from '../../../core/diagnostic.ts';
import { UNDO_NAME_COLUMN } from '../../../core/undo-sheet.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

type Mapped = Pick<SheetModel, 'columns' | 'mapping' | 'undoes'>;

/**
 * Whom a row is about: the columns that find its customer, and the first one that says its name or e-mail. They stay in
 * sight beside the status, since nobody knows a customer by its id.
 */
export function whoColumns({ columns, mapping, undoes }: Mapped): ReadonlySet<ColumnIndex> {
  const keys = columns.flatMap(({ index }) => (mapping.roles[index]?.kind === 'key' ? [index] : []));
  if (undoes !== null) return new Set([...keys, UNDO_NAME_COLUMN]);
  const name = columns.find(({ index }) => {
    const role = mapping.roles[index];
    return role?.kind === 'check' && (role.field === 'name' || role.field === 'email');
  });
  return new Set([...keys, ...(name ? [name.index] : [])]);
}
