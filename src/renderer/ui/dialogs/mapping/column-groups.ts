import type { ColumnIndex } from '../../../../core/diagnostic.ts';
import type { ColumnRole, Mapping } from '../../../../core/mapping.ts';
import type { Column } from '../../../../core/sheet.ts';
import { fieldLabel } from '../../../../core/words/fields.ts';
import { fieldOfRole } from './roles.ts';

/** From here on nobody has all columns in view: those that are not used are folded away. */
const WIDE = 30;

/** How columns are listed; decided when the list is opened, so that no row moves under the hand that changes it. */
export interface ColumnGroups {
  readonly used: readonly Column[];
  /** Folded away at first. */
  readonly unused: readonly Column[];
}

const isUsed = (role: ColumnRole | undefined): boolean =>
  role !== undefined && (role.kind !== 'reference' || role.field !== undefined);

/** Of a sheet that is not wide all columns are listed. */
export function groupsOf(columns: readonly Column[], { roles }: Mapping): ColumnGroups {
  if (columns.length < WIDE) return { used: columns, unused: [] };
  return {
    used: columns.filter(({ index }) => isUsed(roles[index])),
    unused: columns.filter(({ index }) => !isUsed(roles[index])),
  };
}

/** Columns whose name or field has the words in it. */
export function matching(columns: readonly Column[], { roles }: Mapping, words: string): readonly Column[] {
  const wanted = words.trim().toLowerCase();
  return columns.filter(({ name, index }) => {
    const role = roles[index];
    const field = role && fieldOfRole(role);
    return [name, field, field && fieldLabel(field)].some((text) => text?.toLowerCase().includes(wanted));
  });
}

export const writtenColumns = ({ roles }: Mapping): ReadonlySet<ColumnIndex> =>
  new Set(roles.flatMap((role, column) => (role.kind === 'write' ? [column] : [])));
