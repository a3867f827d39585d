import type { RowId } from './diagnostic.ts';
import type { ValidatedSheet } from './validated-sheet.ts';

/** A sheet of which only these rows are to be planned: the others count as left out, and keep their findings. */
export const onlyRows = (validated: ValidatedSheet, rows: ReadonlySet<RowId>): ValidatedSheet => ({
  edited: validated.edited,
  mapping: validated.mapping,
  mappingFindings: validated.mappingFindings,
  counts: validated.counts,
  partlyBlankRows: validated.partlyBlankRows,
  stateOf: (row) => (rows.has(row) ? validated.stateOf(row) : 'excluded'),
  sameAs: (row) => validated.sameAs(row),
  read: (row) => validated.read(row),
});
