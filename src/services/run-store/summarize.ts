import type { Outcome } from '../../core/outcome.ts';
import { type ActionCounts, type ConnectionInfo, countActions, type Plan } from '../../core/plan.ts';
import { mayResume } from '../../core/resume.ts';
import { type RunEvent, RunReducer, type RunState } from '../../core/run.ts';
import { writtenCustomers } from '../../core/undo-written.ts';

export type OutcomeCounts = { readonly [state in Outcome['state']]: number };

/** What a list tells of a kept run. Everything in it follows from the run's plan and journal. */
export interface RunSummary {
  readonly planHash: string;
  readonly fileName: string;
  readonly connection: ConnectionInfo;
  /** The run that it takes back, where it is an undo. */
  readonly undoes?: string;
  readonly source?: { readonly sessionId: string; readonly revision: number };
  /** Missing where it was never begun. */
  readonly startedAt?: string;
  /** When the last thing was noted in its journal. */
  readonly lastAt?: string;
  /** Who began it and where; missing where it was never begun. */
  readonly operator?: string;
  readonly machine?: string;
  readonly reason?: string;
  /** Missing where it can be gone on with. */
  readonly end?: RunState['end'];
  /** Rows of the sheet by what the plan did with them. */
  readonly actions: ActionCounts;
  /** Rows that were to be written by how they ended. */
  readonly outcomes: OutcomeCounts;
  /** Those that have no outcome. */
  readonly unended: number;
  /** Present where it can be gone on with: rows left, and those of them that may have been written. */
  readonly goOn?: { readonly left: number; readonly inDoubt: number };
  /** Customers that it wrote to, or may have: what an undo would look at. */
  readonly written: number;
}

/** What lists show of a run, worked out once and kept beside its journal. */
export function summarize(plan: Plan, events: readonly RunEvent[]): RunSummary {
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  const { end, rows } = reducer.state;
  const outcomes = { ...NONE };
  let unended = 0;
  for (const { outcome } of rows.values()) {
    if (outcome) outcomes[outcome.state]++;
    else unended++;
  }
  // Asked only where the answer is not plain, since it goes through all events again.
  const left = end && end.how !== 'failed' ? undefined : mayResume(plan, events);
  const started = events.find((event) => event.kind === 'run_started');
  const last = events.at(-1);
  return {
    planHash: plan.hash,
    fileName: plan.fileName,
    connection: plan.connection,
    ...(plan.undoes === undefined ? {} : { undoes: plan.undoes }),
    ...(plan.source === undefined ? {} : { source: plan.source }),
    ...(started && { startedAt: started.at, operator: started.operator, machine: started.machine }),
    ...(started?.reason === undefined ? {} : { reason: started.reason }),
    ...(last && { lastAt: last.at }),
    ...(end && { end }),
    actions: countActions(plan.rows),
    outcomes,
    unended,
    ...(left?.ok === true &&
      left.value.left.length > 0 && {
        goOn: { left: left.value.left.length, inDoubt: left.value.inDoubt.length },
      }),
    written: writtenCustomers(plan, reducer.state).length,
  };
}

const NONE: OutcomeCounts = {
  applied: 0,
  partly_applied: 0,
  not_applied: 0,
  already_so: 0,
  conflict: 0,
  rejected: 0,
  failed: 0,
  unknown: 0,
  not_attempted: 0,
};
