import { importSheet } from '../../../src/core/csv/import.ts';
import { printCsv } from '../../../src/core/csv/print.ts';
import { unedited } from '../../../src/core/edited-sheet.ts';
import { isField } from '../../../src/core/fields.ts';
import { type ColumnRole, type Mapping, mappingOf } from '../../../src/core/mapping.ts';
import { type ValidatedSheet, validateSheet } from '../../../src/core/validate.ts';

/** A header is its column's role: `id`, `email key`, `check name`, or the field to write. */
function roleOf(header: string): ColumnRole {
  if (header === 'id') return { kind: 'key', by: 'id' };
  if (header === 'email key') return { kind: 'key', by: 'email' };
  const checked = header.startsWith('check ') ? header.slice('check '.length) : undefined;
  if (checked !== undefined && isField(checked)) return { kind: 'check', field: checked };
  return isField(header) ? { kind: 'write', field: header } : { kind: 'reference' };
}

/** A sheet from rows of text, the first of which is the header; blank parts of an address keep. */
export function sheetOf(
  rows: readonly (readonly string[])[],
  changed: Partial<Mapping> = {},
): ValidatedSheet {
  const imported = importSheet(new TextEncoder().encode(printCsv(rows)));
  if (!imported.ok) throw new Error('The sheet should be readable');
  const { sheet } = imported.value;
  const mapping = mappingOf(sheet.columns.map(({ header }) => roleOf(header)));
  return validateSheet(unedited(sheet), {
    ...mapping,
    blanks: { billing_address: 'keep', shipping_address: 'keep' },
    ...changed,
  });
}
