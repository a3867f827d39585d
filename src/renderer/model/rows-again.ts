import type { RowId } from '../../core/diagnostic.ts';
import type { RowState } from '../../core/row-state.ts';
import { rowsWhere } from './rows-where.ts';
import type { SheetModel } from './sheet-model.ts';

/**
 * Rows that did not end as wanted, and rows edited since: a dry run of their own shows what is still to be done. What
 * Atlas refused is among them; whoever does not correct it first sees it refused again.
 */
const FAILED: ReadonlySet<RowState> = new Set<RowState>([
  'unread',
  'stale',
  'partly_applied',
  'not_applied',
  'rejected',
  'failed',
  'unknown',
  'not_attempted',
]);
const CONFLICTS: ReadonlySet<RowState> = new Set<RowState>(['conflict']);

/** Which rows are to be dry-run again. */
export type AgainKind = 'failed' | 'conflicts';

const statesOf = (kind: AgainKind): ReadonlySet<RowState> => (kind === 'failed' ? FAILED : CONFLICTS);

/** Whether a row in this state is one of them. */
export const isAgain = (state: RowState): boolean => FAILED.has(state) || CONFLICTS.has(state);

/** How many they are; none while a plan still has rows to be applied, which a new one would not have. */
export function rowsAgain(sheet: SheetModel, kind: AgainKind): number {
  if (!mayPlanAgain(sheet)) return 0;
  let rows = 0;
  for (const state of statesOf(kind)) rows += sheet.counts[state] ?? 0;
  return rows;
}

export const mayPlanAgain = ({ plan, counts }: SheetModel): boolean =>
  plan !== null && (counts.update ?? 0) === 0;

const rowsIn = (sheet: SheetModel, states: ReadonlySet<RowState>): Promise<RowId[]> =>
  rowsWhere(sheet, (row) => states.has(sheet.stateOf(row)));

export const findRowsAgain = (sheet: SheetModel, kind: AgainKind): Promise<RowId[]> =>
  rowsIn(sheet, statesOf(kind));

const STALE: ReadonlySet<RowState> = new Set<RowState>(['stale']);

/** These rows and those edited since: only the window knows that a row was edited after its run. */
export async function withStale(sheet: SheetModel, rows: readonly RowId[]): Promise<RowId[]> {
  if ((sheet.counts.stale ?? 0) === 0) return [...rows];
  return [...new Set([...rows, ...(await rowsIn(sheet, STALE))])].sort((a, b) => a - b);
}
