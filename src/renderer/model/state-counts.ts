import type { RowId, Severity } from '../../core/diagnostic.ts';
import type { RowState, StateCounts } from '../../core/row-state.ts';
import type { ValidatedSheet } from '../../core/validated-sheet.ts';
import type { SheetModel } from './workspace-model.ts';

interface CountedSheet {
  readonly rows: Iterable<RowId>;
  readonly all: number;
  readonly validated: ValidatedSheet['counts'];
  /** Whether rows have states of a plan or run, which only they themselves know. */
  readonly hasPlan: boolean;
  stateOf(row: RowId): RowState;
  severityOf(row: RowId): Severity | undefined;
}

/** Rows by tab, whatever is shown. */
export function countStates(sheet: CountedSheet): SheetModel['counts'] {
  const { validated, all } = sheet;
  return { ...(sheet.hasPlan ? countEachRow(sheet) : validated), all, errors: validated.invalid };
}

function countEachRow(sheet: CountedSheet): StateCounts & { readonly warnings: number } {
  const counts: { [state in RowState]?: number } = {};
  let warnings = 0;
  for (const row of sheet.rows) {
    const state = sheet.stateOf(row);
    counts[state] = (counts[state] ?? 0) + 1;
    if (sheet.severityOf(row) === 'warning') warnings++;
  }
  return { ...counts, warnings };
}
