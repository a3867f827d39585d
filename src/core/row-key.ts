import type { CompiledMapping } from './compiled-mapping.ts';
import type { Diagnostic, RowId } from './diagnostic.ts';
import { cellText, type EditedSheet } from './edited-sheet.ts';
import { cleaningFix } from './excel-damage/cleaning-fix.ts';
import type { KeyKind } from './mapping.ts';
import { checkPatchBody } from './patch-body.ts';
import { isExcelError } from './tokens.ts';
import { finding } from './words/diagnostics.ts';

/** Whom a row is about: the exact text of its key cell. */
export interface RowKey {
  readonly by: KeyKind;
  readonly text: string;
}

const SPACE_OR_CONTROL = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
/** SECURITY: in a URL `.` and `..` would name another path than a customer's. */
const DOTS = /^\.+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ROUNDED_BY_EXCEL = /^\d+([.,]\d+)?e\+?\d+$/i;

/** Reads a row's key; what can't be one is reported. An id that is no UUID may still be one: only Atlas knows. */
export function readKey(
  edited: EditedSheet,
  { key }: CompiledMapping,
  row: RowId,
  diagnostics: Diagnostic[],
): RowKey | undefined {
  if (!key) return undefined;
  const { column, by } = key;
  const text = cellText(edited, row, column);
  const place = { kind: 'cell', row, column } as const;
  if (text.trim() === '') {
    diagnostics.push(finding('key_missing', place, { field: by === 'id' ? 'customer id' : 'e-mail' }));
  } else if (isExcelError(text)) {
    diagnostics.push(finding('excel_error', place, { text }));
  } else if (by === 'email') {
    if (checkPatchBody({ email: text }).length > 0)
      diagnostics.push(finding('not_an_email', place, { text }, cleaningFix(text, 'one word')));
  } else if (ROUNDED_BY_EXCEL.test(text)) {
    diagnostics.push(finding('key_damaged_by_excel', place, { text }));
  } else if (SPACE_OR_CONTROL.test(text) || DOTS.test(text)) {
    diagnostics.push(finding('key_not_an_id', place, { text }, cleaningFix(text, 'one word')));
  } else if (!UUID.test(text)) {
    diagnostics.push(finding('unusual_id', place, { text }));
  }
  return { by, text };
}
