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
  const diagnostics = findingsOf([{ field, text }], { ...mappingOf([]), lookAlikes });
  // What is odd about a row with nothing but this cell in it is not odd about the constant.
  return diagnostics.filter((found) => isError(found) || found.place.kind === 'cell');
}

/** What is wrong with a constant is a fault of the mapping, said once and not in every row. */
export function checkConstants(mapping: Mapping, { rowCount }: EditedSheet): readonly Diagnostic[] {
  const { constants } = mapping;
  if (constants.length === 0 || rowCount === 0) return [];
  return findingsOf(constants, mapping).flatMap((found): readonly Diagnostic[] => {
    const constant = found.place.kind === 'cell' ? constants[found.place.column] : undefined;
    if (!constant) return [];
    const code = isError(found) ? 'constant_not_writable' : 'constant_doubtful';
    return [finding(code, { kind: 'file' }, { field: constant.field, why: found.message })];
  });
}

/** Constants read as a row of their own: the parts of an address are judged beside each other. */
function findingsOf(constants: readonly Constant[], mapping: Mapping): readonly Diagnostic[] {
  const row: Sheet = {
    columns: [],
    rowCount: 1,
    cells: constants.map(({ text }) => [text]),
    lines: [1],
    raggedRows: new Map(),
    excelText: NO_EXCEL_TEXT,
  };
  const roles = constants.map(({ field }) => ({ kind: 'write', field }) as const);
  return createRowReader(unedited(row), { ...mapping, roles, constants: [] })(0).diagnostics;
}
