import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { MethodInput, MethodOutput } from './methods.ts';
import type { Plans } from './plans.ts';
import { statesOf } from './row-views.ts';

/**
 * Leaves rows out of a plan that was not applied yet, or takes them back in. Each time it is another plan, derived from
 * the one that the dry run made; with all of them back in it is that one again.
 */
export function leaveOutOfPlan(
  plans: Plans,
  { planId, rows, isOut }: MethodInput<'plan.leave_out'>,
): Result<MethodOutput<'plan.leave_out'>, Refused> {
  const found = plans.get(planId);
  if (!found.ok) return found;
  const before = found.value;
  if (before.run) return err(refused(before.isRunning ? 'run_on' : 'plan_spent'));
  if (plans.isPlanning(before.sessionId)) return err(refused('planning'));
  const entry = before.without(rows, isOut);
  plans.enter(entry);
  return ok({ plan: entry.summary, states: statesOf(entry) });
}
