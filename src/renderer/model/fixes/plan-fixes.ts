import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { Field } from '../../../core/fields.ts';
import type { Mapping } from '../../../core/mapping.ts';
import type { SheetModel } from '../sheet-model.ts';
import { collectChanges, type MeantRows, type ProposedChanges } from './proposed-changes.ts';

type CellFix = { readonly column: ColumnIndex; readonly after: string };

/** What fixes of the dry run's warnings would put into cells. */
export type PlanFixes = ReadonlyMap<RowId, readonly CellFix[]>;

/** The column that one of these fields is written from; a constant or a copied address has none. */
export function columnOfFields({ roles }: Mapping, fields: readonly Field[]): ColumnIndex | undefined {
  const column = roles.findIndex((role) => role.kind === 'write' && fields.includes(role.field));
  return column < 0 ? undefined : column;
}

/** Asks the host for the fixes that the warnings of a kind bring. */
export async function planFixes(
  sheet: Pick<SheetModel, 'mapping' | 'plannedRows'>,
  rows: readonly RowId[],
  code: string,
): Promise<PlanFixes> {
  const { mapping } = sheet;
  const fixes = new Map<RowId, readonly CellFix[]>();
  for (const { row, warnings } of await sheet.plannedRows(rows)) {
    const ofRow = warnings.flatMap((warning): readonly CellFix[] => {
      if (warning.code !== code || !warning.fix) return [];
      const column = columnOfFields(mapping, warning.fields);
      return column === undefined ? [] : [{ column, after: warning.fix.text }];
    });
    if (ofRow.length > 0) fixes.set(row, ofRow);
  }
  return fixes;
}

/** Collects what they would change. A row that was edited since asks for something else now. */
export const collectPlanFixes = (
  sheet: SheetModel,
  meant: MeantRows,
  fixes: PlanFixes,
): Generator<void, ProposedChanges> =>
  collectChanges(sheet, meant, (row) => (sheet.stateOf(row) === 'update' ? (fixes.get(row) ?? []) : []));
