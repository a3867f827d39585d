import { type Diagnostic, isError } from './diagnostic.ts';
import { type EditedSheet, unedited } from './edited-sheet.ts';
import type { Mapping } from './mapping.ts';
import { createRowReader } from './row-reading.ts';
import { finding } from './words/diagnostics.ts';

/** A constant that can't be used is a fault of the mapping, said once and not in every row. */
export function checkConstants(mapping: Mapping, edited: EditedSheet): readonly Diagnostic[] {
  if (mapping.constants.length === 0 || edited.rowCount === 0) return [];
  return mapping.constants.flatMap(({ field, text }) => {
    const alone: Mapping = { ...mapping, roles: [{ kind: 'write', field }], constants: [] };
    const cell = { ...edited.sheet, columns: [], rowCount: 1, cells: [[text]], raggedRows: new Map() };
    const reader = createRowReader(unedited(cell), alone);
    return reader(0)
      .diagnostics.filter(isError)
      .map(({ message }) => finding('constant_not_writable', { kind: 'file' }, { field, why: message }));
  });
}
