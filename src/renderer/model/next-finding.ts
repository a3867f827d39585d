import type { ColumnIndex, RowId, Severity } from '../../core/diagnostic.ts';
import type { Field } from '../../core/fields.ts';
import { columnOfFields } from './fixes/plan-fixes.ts';
import type { SheetModel } from './sheet-model.ts';

/** The next shown row whose worst finding is of a severity, after one, going round. */
function nextRow(
  sheet: Pick<SheetModel, 'shown' | 'severityOf'>,
  severity: Severity,
  from: RowId | undefined,
): RowId | undefined {
  const start = from === undefined ? -1 : sheet.shown.indexOf(from);
  for (let step = 1; step <= sheet.shown.length; step++) {
    const row = sheet.shown.rowAt((start + step) % sheet.shown.length);
    if (row !== undefined && sheet.severityOf(row) === severity) return row;
  }
  return undefined;
}

const columnOfFinding = (
  sheet: Pick<SheetModel, 'findings'>,
  row: RowId,
  severity: Severity,
): ColumnIndex | undefined => {
  const place = sheet.findings(row).find((finding) => finding.severity === severity)?.place;
  return place?.kind === 'cell' ? place.column : undefined;
};

/** The next shown row with an error after one, going round. */
export function nextErrorIn(
  sheet: Pick<SheetModel, 'shown' | 'severityOf' | 'findings'>,
  from: RowId | undefined,
): ReturnType<SheetModel['nextError']> {
  const row = nextRow(sheet, 'error', from);
  return row === undefined ? undefined : { row, column: columnOfFinding(sheet, row, 'error') };
}

/** The same for rows with warnings alone: the sheet's own, or what the dry run found suspicious. */
export async function nextWarningIn(
  sheet: Pick<SheetModel, 'shown' | 'severityOf' | 'findings' | 'mapping' | 'plannedNow'>,
  from: RowId | undefined,
): Promise<ReturnType<SheetModel['nextError']>> {
  const row = nextRow(sheet, 'warning', from);
  if (row === undefined) return undefined;
  const found = columnOfFinding(sheet, row, 'warning');
  if (found !== undefined) return { row, column: found };
  const planned = await sheet.plannedNow(row);
  const warned = planned?.warnings.flatMap(({ fields }) => fields) ?? [];
  // A part of an address that stays may have no column: then what changes beside it.
  const objects = new Set(warned.map(objectOf));
  const beside = planned?.changes.flatMap(({ field }) => (objects.has(objectOf(field)) ? [field] : [])) ?? [];
  return { row, column: columnOfFields(sheet.mapping, warned) ?? columnOfFields(sheet.mapping, beside) };
}

const objectOf = (field: Field): string => field.replace(/\..*$/, '');
