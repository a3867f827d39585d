import type { RowId } from './diagnostic.ts';
import type { PlannedRow } from './plan.ts';

/** What a person leaves rows out of: this plan, and not the sheet. */
export type LeftOutOf = NonNullable<Extract<PlannedRow, { readonly action: 'excluded' }>['outOf']>;

/**
 * The rows of a plan without some of its updates: what is derived when rows were edited since, or left out of it.
 * A row that waited for the e-mail of one left out can't be written either.
 */
export function leaveOut(
  rows: readonly PlannedRow[],
  without: ReadonlySet<RowId>,
  outOf?: LeftOutOf,
): readonly PlannedRow[] {
  const gone = new Map<RowId, number>();
  for (const { row, line, action } of rows) if (action === 'update' && without.has(row)) gone.set(row, line);
  if (gone.size === 0) return rows;
  const left = rows.map(
    (planned): PlannedRow =>
      gone.has(planned.row)
        ? { row: planned.row, line: planned.line, action: 'excluded', ...(outOf && { outOf }) }
        : planned,
  );
  return blockDependents(left, gone);
}

/** Until nothing more is blocked: a chain of e-mails may be long, and rows come in the file's order. */
function blockDependents(rows: readonly PlannedRow[], gone: Map<RowId, number>): readonly PlannedRow[] {
  const next = rows.map((planned): PlannedRow => {
    if (planned.action !== 'update' || planned.after === undefined) return planned;
    const line = gone.get(planned.after);
    if (line === undefined) return planned;
    gone.set(planned.row, planned.line);
    const { row, customerId } = planned;
    return {
      row,
      line: planned.line,
      action: 'blocked',
      customerId,
      reason: { code: 'email_not_freed', line },
    };
  });
  const isSame = next.every((planned, index) => planned === rows[index]);
  return isSame ? rows : blockDependents(next, gone);
}
