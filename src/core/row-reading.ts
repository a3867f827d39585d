import { checkAskedBody } from './asked-body.ts';
import {
  type CompiledMapping,
  compileMapping,
  type MappedColumn,
  writeColumnOf,
} from './compiled-mapping.ts';
import type { Diagnostic, RowId } from './diagnostic.ts';
import { cellText, type EditedSheet, editedColumns } from './edited-sheet.ts';
import { editOf, type FieldEdit, readCell } from './edits.ts';
import {
  ADDRESS_NAMES,
  ADDRESS_PARTS,
  type AddressName,
  addressField,
  type Field,
  fieldShape,
} from './fields.ts';
import { type Mapping, withEditedColumns } from './mapping.ts';
import { type RowKey, readKey } from './row-key.ts';
import { checkRowRules } from './row-rules.ts';
import { isExcelError } from './tokens.ts';
import { finding } from './words/diagnostics.ts';

/** A row, understood: whom it is about, what it asks for, what must be so. */
export interface RowReading {
  readonly row: RowId;
  readonly key: RowKey | undefined;
  /** Fields that the row sets or clears, blank rule and constants applied. */
  readonly edits: readonly FieldEdit[];
  readonly checks: readonly RowCheck[];
  /** Addresses of which the row sets some parts and leaves others blank. */
  readonly partlyBlank: readonly AddressName[];
  /** The row's own findings; those across rows are the sheet's. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The field's current value must equal the text. */
export interface RowCheck {
  readonly field: Field;
  readonly text: string;
}

export type RowReader = (row: RowId) => RowReading;

/** Makes the function that reads rows of a sheet by a mapping. */
export function createRowReader(edited: EditedSheet, chosen: Mapping): RowReader {
  const mapping = compileMapping(withEditedColumns(chosen, editedColumns(edited)));
  return (row) => readRow(edited, mapping, row);
}

function readRow(edited: EditedSheet, mapping: CompiledMapping, row: RowId): RowReading {
  const diagnostics: Diagnostic[] = raggedFindings(edited, row);
  const edits: FieldEdit[] = [];
  const blanks: MappedColumn[] = [];
  for (const write of mapping.writes) {
    const text = cellText(edited, row, write.column);
    if (text === '') {
      blanks.push(write);
      continue;
    }
    const edit = readCell(write, row, text, mapping.lookAlikes, diagnostics);
    if (edit) edits.push({ field: write.field, edit });
  }
  if (mapping.constants.size > 0) addConstants(edits, mapping, edited, row, diagnostics);
  const partlyBlank = blanks.length === 0 ? NO_ADDRESSES : fillBlanks(edits, blanks, mapping);
  const key = readKey(edited, mapping, row, diagnostics);
  checkAskedBody(edits, mapping, row, diagnostics);
  checkRowRules({ edited, mapping, row, edits }, diagnostics);
  return { row, key, edits, checks: readChecks(edited, mapping, row, diagnostics), partlyBlank, diagnostics };
}

const NO_ADDRESSES: readonly AddressName[] = [];

/** A blank check cell checks nothing. */
function readChecks(
  edited: EditedSheet,
  mapping: CompiledMapping,
  row: RowId,
  diagnostics: Diagnostic[],
): readonly RowCheck[] {
  const checks: RowCheck[] = [];
  for (const { column, field } of mapping.checks) {
    const text = cellText(edited, row, column);
    if (text.trim() === '') continue;
    if (isExcelError(text)) diagnostics.push(finding('excel_error', { kind: 'cell', row, column }, { text }));
    checks.push({ field, text });
  }
  return checks;
}

function raggedFindings({ sheet }: EditedSheet, row: RowId): Diagnostic[] {
  const ragged = sheet.raggedRows.get(row);
  if (!ragged) return [];
  const expected = sheet.columns.length;
  const code = ragged.found > expected ? 'too_many_cells' : 'too_few_cells';
  return [finding(code, { kind: 'row', row }, { found: ragged.found, expected })];
}

/** Constants fill blank cells only, and for an address only in rows that edit that address. */
function addConstants(
  edits: FieldEdit[],
  mapping: CompiledMapping,
  edited: EditedSheet,
  row: RowId,
  diagnostics: Diagnostic[],
): void {
  const editedAddresses = ADDRESS_NAMES.filter((address) =>
    ADDRESS_PARTS.some((part) => editOf(edits, addressField(address, part))),
  );
  for (const [field, text] of mapping.constants) {
    const shape = fieldShape(field);
    if (shape.kind === 'address' && !editedAddresses.includes(shape.address)) continue;
    const column = writeColumnOf(mapping, field);
    if (column !== undefined && cellText(edited, row, column) !== '') continue;
    const edit = readCell({ field }, row, text, mapping.lookAlikes, diagnostics);
    if (edit) edits.push({ field, edit });
  }
}

/**
 * The blank rule: where a row sets some parts of an address, its blank cells keep the old part (a ZIP fix) or
 * clear it (a move). Parts that have no column are not asked about and never touched.
 */
function fillBlanks(
  edits: FieldEdit[],
  blankCells: readonly MappedColumn[],
  mapping: CompiledMapping,
): readonly AddressName[] {
  const partlyBlank: AddressName[] = [];
  for (const [address, columns] of mapping.addresses) {
    const blanks = columns.filter((column) => blankCells.includes(column) && !editOf(edits, column.field));
    // A constant in a blank cell is not the row's own wish: it must not turn `[clear]` of one part into a move.
    const isSet = columns.some(
      (column) => editOf(edits, column.field)?.kind === 'set' && !blankCells.includes(column),
    );
    if (!isSet || blanks.length === 0) continue;
    partlyBlank.push(address);
    if (mapping.blanks[address] === 'clear')
      for (const { field } of blanks) edits.push({ field, edit: { kind: 'clear' } });
  }
  return partlyBlank;
}
