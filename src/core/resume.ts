import type { RowId } from './diagnostic.ts';
import { type Plan, updatesOf } from './plan.ts';
import { err, ok, type Result } from './result.ts';
import { historyOf } from './row-history.ts';
import { type RunEvent, RunReducer, type RunState } from './run.ts';

/** What is left of a run that can be gone on with. */
export interface Resumable {
  /** As it would be, were it gone on with now. */
  readonly state: RunState;
  /** Rows without an outcome, in the order of the sheet. */
  readonly left: readonly RowId[];
  /** Those of them of which something may have been written: they are read before anything is sent. */
  readonly inDoubt: readonly RowId[];
}

/** Why a run can't be gone on with. */
export type ResumeRefusal =
  | { readonly code: 'completed' }
  /** A person ended it: the rest was not to be attempted. */
  | { readonly code: 'ended_by_person' }
  /** Plan and journal do not belong together. */
  | { readonly code: 'other_plan' }
  | { readonly code: 'other_address'; readonly planned: string; readonly given: string }
  | { readonly code: 'other_mode' }
  /** Another key, and a customer of the plan is not in its account, or not the one it was. */
  | { readonly code: 'other_account' }
  /** Another key, and the plan holds no customers by which its account could be known. */
  | { readonly code: 'not_provable' }
  | { readonly code: 'could_not_prove'; readonly detail: string };

/**
 * Which rows are left of a run, from its plan and the events of its journal alone. A run that died, or that ended
 * because of the key, the address, the net or the journal, can be gone on with; one that a person ended can't.
 */
export function mayResume(plan: Plan, events: readonly RunEvent[]): Result<Resumable, ResumeRefusal> {
  const started = events.find((event) => event.kind === 'run_started');
  if (started && started.planHash !== plan.hash) return err({ code: 'other_plan' });
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  const { end, keyFingerprint } = reducer.state;
  if (end?.how === 'completed') return err({ code: 'completed' });
  if (end?.how === 'stopped' || end?.how === 'aborted') return err({ code: 'ended_by_person' });
  if (started) {
    const nobody = { appVersion: '', operator: '', machine: '' };
    reducer.apply({ kind: 'run_resumed', at: end?.at ?? started.at, keyFingerprint, ...nobody });
  }
  const { state } = reducer;
  const left = updatesOf(plan).flatMap(({ row }) => {
    const known = state.rows.get(row);
    return known && !known.outcome ? [known] : [];
  });
  return ok({
    state,
    left: left.map(({ row }) => row),
    inDoubt: left.filter((known) => historyOf(known).standing.kind !== 'clear').map(({ row }) => row),
  });
}
