import type { Customer } from '../../src/core/atlas.ts';
import { type ImportedSheet, type ImportOptions, importSheet } from '../../src/core/csv/import.ts';
import type { Diagnostic, RowId } from '../../src/core/diagnostic.ts';
import { applyOperation, cellText, type EditedSheet, unedited } from '../../src/core/edited-sheet.ts';
import type { Edit, FieldEdit } from '../../src/core/edits.ts';
import { NO_EXCEL_TEXT } from '../../src/core/excel-text.ts';
import type { Field } from '../../src/core/fields.ts';
import { type Mapping, mappingOf } from '../../src/core/mapping.ts';
import { parseRole } from '../../src/core/mapping-file.ts';
import type { Sheet } from '../../src/core/sheet.ts';
import { type Snapshot, snapshotOf } from '../../src/core/snapshot.ts';
import { type ValidatedSheet, validateSheet } from '../../src/core/validate.ts';

export const ID = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';
export const OTHER_ID = '7f3f53b6-9d0e-4c1f-8a6b-2e5d4c3b2a10';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a file's text becomes; a text that can't be a sheet is a defect of the test. */
export function imported(content: string | Uint8Array, options?: ImportOptions): ImportedSheet {
  const result = importSheet(typeof content === 'string' ? bytesOf(content) : content, options);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}

export const sheetOf = (text: string): Sheet => imported(text).sheet;
export const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => code);

/** A row's texts, as the sheet holds them. */
export const rowTexts = ({ columns, cells }: Sheet, row: RowId): readonly string[] =>
  columns.map(({ index }) => cells[index]?.[row] ?? '');

/** A mapping, column by column, as a mapping file writes roles. */
export function mappingBy(roles: readonly string[], answers: Partial<Mapping> = {}): Mapping {
  const parsed = roles.map((text) => {
    const role = parseRole(text);
    if (!role) throw new Error(`${text} is not a role`);
    return role;
  });
  return { ...mappingOf(parsed), ...answers };
}

/** A sheet of one header row, whose headers are its roles, validated. */
export function validated(
  roles: readonly string[],
  rows: readonly (readonly string[])[],
  answers: Partial<Mapping> = {},
): ValidatedSheet {
  return validateSheet(unedited(sheetFrom(roles, rows)), mappingBy(roles, answers));
}

/** Cells as given: nothing is parsed, so that a test of rows is not one of CSV. */
export function sheetFrom(headers: readonly string[], rows: readonly (readonly string[])[]): Sheet {
  return {
    columns: headers.map((header, index) => ({ index, header, name: header })),
    rowCount: rows.length,
    cells: headers.map((_, column) => rows.map((row) => row[column] ?? '')),
    lines: rows.map((_, row) => row + 2),
    raggedRows: new Map(),
    excelText: NO_EXCEL_TEXT,
  };
}

/** The sheet with one cell typed over. */
export function typed(edited: EditedSheet, row: RowId, column: number, after: string): EditedSheet {
  const before = cellText(edited, row, column);
  return applyOperation(edited, { kind: 'set_cells', changes: [{ row, column, before, after }] });
}

export const set = (field: Field, value: string | boolean): FieldEdit => ({
  field,
  edit: { kind: 'set', value },
});
export const clear = (field: Field): FieldEdit => ({ field, edit: { kind: 'clear' } satisfies Edit });

export const ADDRESS = {
  line1: '1 Main Street',
  line2: 'Suite 400',
  city: 'Cambridge',
  state: 'MA',
  postal_code: '02138',
  country: 'US',
} as const;

export const ANNA: Customer = {
  id: ID,
  object: 'customer',
  email: 'anna@fictional.example',
  name: 'Anna Fictional',
  phone: '+16175550100',
  description: null,
  billing_address: { ...ADDRESS, attention: 'Accounts payable' },
  shipping_address: null,
  default_payment_method: 'pm_1',
  tax_exempt: false,
  tax_ids: [],
  metadata: { cost_center: 'CC-1', seats: 5, vip: true, tags: ['a'] },
  created: 1_700_000_000,
};

export const snapshot = (customer: Customer, readAt = 0): Snapshot => snapshotOf(customer, [], readAt);
