import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { SessionStore } from '../services/sessions/session-store.ts';
import { copiedText } from './copied-text.ts';
import { figureRows } from './figure-rows.ts';
import { leaveOutOfPlan } from './leave-out-of-plan.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { Plans } from './plans.ts';
import { nameOfReport, summaryOf, writeReport } from './reports.ts';
import { rowView, sliceOf, statesOf } from './row-views.ts';
import type { Runs } from './runs.ts';
import type { EngineHandlersOf } from './serve.ts';

export interface PlanParts {
  readonly sessions: SessionStore;
  readonly plans: Plans;
  readonly runs: Runs;
}

/** The dry run of a session, and all that is looked at, copied and saved of the plan it makes. */
export function planHandlers({ sessions, plans, runs }: PlanParts): EngineHandlersOf<'plan' | 'report'> {
  const withPlan = <T>(planId: string, act: (entry: PlanEntry) => T): T | Result<never, Refused> => {
    const entry = plans.get(planId);
    return entry.ok ? act(entry.value) : entry;
  };

  return {
    'plan.make': (input) => plans.make(input),
    'plan.current': async ({ sessionId }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? ok(plans.current(sessionId)) : session;
    },
    'plan.cancel': async ({ sessionId }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? plans.cancel(sessionId) : session;
    },
    'plan.states': ({ planId }) => withPlan(planId, (entry) => ok(statesOf(entry))),
    'plan.slice': ({ planId, rows }) => withPlan(planId, (entry) => ok(sliceOf(entry, rows))),
    'plan.figure_rows': ({ planId, figure }) => withPlan(planId, (entry) => figureRows(entry, figure)),
    'plan.row': ({ planId, row }) =>
      withPlan(planId, (entry) => {
        const view = rowView(entry, row);
        return view ? ok(view) : err(refused('plan_unknown'));
      }),
    'plan.text': ({ planId, row, what }) => withPlan(planId, (entry) => copiedText(entry, row, what)),
    'plan.leave_out': (input) =>
      runs.isStarting(input.planId) ? err(refused('run_on')) : leaveOutOfPlan(plans, input),
    'report.name': ({ planId, kind }) => withPlan(planId, (entry) => ok({ name: nameOfReport(entry, kind) })),
    'report.summary': ({ planId }) => withPlan(planId, (entry) => ok({ text: summaryOf(entry) })),
    'report.write': ({ planId, kind, path }) => withPlan(planId, (entry) => writeReport(entry, kind, path)),
  };
}
