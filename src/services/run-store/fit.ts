import type { JsonValue } from '../../core/json.ts';
import { type Plan, updatesOf } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunEvent } from '../../core/run.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { parseEvent } from './event-schema.ts';

/** A journal's events, each as this version knows it, and all of them about the plan beside it. */
export function eventsOf(
  records: readonly JsonValue[],
  plan: Plan,
  runId: string,
): Result<readonly RunEvent[], RunFault> {
  const rows = new Set(updatesOf(plan).map(({ row }) => row));
  const events: RunEvent[] = [];
  for (const [index, value] of records.entries()) {
    const record = index + 1;
    const parsed = parseEvent(value);
    if (parsed.kind === 'newer') return err({ code: 'newer_version', runId, file: 'journal' });
    if (parsed.kind === 'other_shape')
      return err({ code: 'journal_of_other_shape', runId, record, where: parsed.where });
    const { event } = parsed;
    const isFirst = index === 0;
    if (isFirst !== (event.kind === 'run_started'))
      return err({ code: 'journal_of_other_shape', runId, record, where: 'kind' });
    const isOfPlan =
      event.kind === 'run_started'
        ? event.runId === runId && event.planId === plan.id && event.planHash === plan.hash
        : !('row' in event) || rows.has(event.row);
    if (!isOfPlan) return err({ code: 'journal_of_other_plan', runId, record });
    events.push(event);
  }
  return ok(events);
}
