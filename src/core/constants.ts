import { type Diagnostic, isError } from './diagnostic.ts';
import { type EditedSheet, unedited } from './edited-sheet.ts';
import type { Mapping } from './mapping.ts';
import { createRowReader } from './row-reading.ts';
import { finding } from './words/diagnostics.ts';

/** What is wrong with a constant is a fault of the mapping, said once and not in every row. */
export function checkConstants(mapping: Mapping, edited: EditedSheet): readonly Diagnostic[] {
  const { constants } = mapping;
  if (constants.length === 0 || edited.rowCount === 0) return [];
  // Read as a row of their own: the parts of an address are judged beside each other.
  const roles = constants.map(({ field }) => ({ kind: 'write', field }) as const);
  const cells = constants.map(({ text }) => [text]);
  const row = { ...edited.sheet, columns: [], rowCount: 1, cells, raggedRows: new Map() };
  const reader = createRowReader(unedited(row), { ...mapping, roles, constants: [] });
  return reader(0).diagnostics.flatMap((found): readonly Diagnostic[] => {
    const constant = found.place.kind === 'cell' ? constants[found.place.column] : undefined;
    if (!constant) return [];
    const code = isError(found) ? 'constant_not_writable' : 'constant_doubtful';
    return [finding(code, { kind: 'file' }, { field: constant.field, why: found.message })];
  });
}
