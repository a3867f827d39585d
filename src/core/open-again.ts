import type { RowId } from './diagnostic.ts';
import { inRunOrder } from './email-order.ts';
import type { NotAttemptedReason, Outcome } from './outcome.ts';
import { type Plan, updatesOf } from './plan.ts';
import type { RunState } from './run.ts';

/** Reasons to end a run that may be gone when somebody goes on with it. What a person ended stays ended. */
const MAY_PASS: ReadonlySet<NotAttemptedReason> = new Set<NotAttemptedReason>([
  'key_rejected',
  'not_allowed',
  'redirected',
  'wrong_account',
  'journal_failed',
  'no_connection',
]);

/**
 * Rows of an interrupted run whose outcome is none when the run is gone on with: those that only the run's end
 * kept from being attempted, those that could not be read, and those that waited for one of them.
 */
export function openAgain(
  plan: Pick<Plan, 'rows'>,
  { end, rows }: Pick<RunState, 'end' | 'rows'>,
): readonly RowId[] {
  const open = new Set<RowId>();
  const couldNotRead = end?.how === 'failed';
  const isOpen = (row: RowId): boolean => open.has(row) || rows.get(row)?.outcome === undefined;
  for (const { row, after } of inRunOrder(updatesOf(plan))) {
    const outcome = rows.get(row)?.outcome;
    if (!outcome) continue;
    if (mayPass(outcome, couldNotRead) || (isWaiting(outcome) && after !== undefined && isOpen(after)))
      open.add(row);
  }
  return [...open];
}

function mayPass(outcome: Outcome, couldNotRead: boolean): boolean {
  if (outcome.state === 'not_attempted') return MAY_PASS.has(outcome.reason);
  // The key that ended the run could not read either; another one, or the same one later, can.
  return couldNotRead && outcome.state === 'unknown' && outcome.reason === 'could_not_read';
}

const isWaiting = (outcome: Outcome): boolean =>
  outcome.state === 'not_attempted' && outcome.reason === 'depends_on_other_row';
