import { type Diagnostic, isError } from './diagnostic.ts';
import { type EditedSheet, unedited } from './edited-sheet.ts';
import { NO_EXCEL_TEXT } from './excel-text.ts';
import { type Constant, type Mapping, mappingOf } from './mapping.ts';
import { createRowReader } from './row-reading.ts';
import type { Sheet } from './sheet.ts';
import { finding } from './words/diagnostics.ts';

/** What would be said of a cell with the constant's text: every row that takes it would have this finding. */
export function constantFindings(
  { field, text }: Constant,
  lookAlikes: Mapping['lookAlikes'],
): readonly Diagnostic[] {
  const mapping: Mapping = { ...mappingOf([{ kind: 'write', field }]), lookAlikes };
  const cell: Sheet = {
    columns: [],
    rowCount: 1,
    cells: [[text]],
    lines: [1],
    raggedRows: new Map(),
    excelText: NO_EXCEL_TEXT,
  };
  const { diagnostics } = createRowReader(unedited(cell), mapping)(0);
  // What is odd about a row with nothing but this cell in it is not odd about the constant.
  return diagnostics.filter((found) => isError(found) || found.place.kind === 'cell');
}

/** A constant that can't be used is a fault of the mapping, said once and not in every row. */
export function checkConstants(mapping: Mapping, { rowCount }: EditedSheet): readonly Diagnostic[] {
  if (rowCount === 0) return [];
  return mapping.constants.flatMap((constant) =>
    constantFindings(constant, mapping.lookAlikes)
      .filter(isError)
      .map(({ message }) =>
        finding('constant_not_writable', { kind: 'file' }, { field: constant.field, why: message }),
      ),
  );
}
