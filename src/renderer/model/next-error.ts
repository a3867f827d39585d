import type { RowId } from '../../core/diagnostic.ts';
import type { SheetModel } from './workspace-model.ts';

/** The next shown row with an error after one, going round. */
export function nextErrorIn(
  sheet: Pick<SheetModel, 'shown' | 'severityOf' | 'findings'>,
  from: RowId | undefined,
): ReturnType<SheetModel['nextError']> {
  const start = from === undefined ? -1 : sheet.shown.indexOf(from);
  for (let step = 1; step <= sheet.shown.length; step++) {
    const row = sheet.shown.rowAt((start + step) % sheet.shown.length);
    if (row === undefined || sheet.severityOf(row) !== 'error') continue;
    const place = sheet.findings(row).find(({ severity }) => severity === 'error')?.place;
    return { row, column: place?.kind === 'cell' ? place.column : undefined };
  }
  return undefined;
}
