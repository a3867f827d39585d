import { randomUUID } from 'node:crypto';
import { type LeftOutOf, leaveOut } from '../core/leave-out.ts';
import type { Plan } from '../core/plan.ts';
import { hashOf } from '../services/dry-run/dry-run.ts';
import type { PlanEntry } from './plan-entry.ts';

/** A plan without some of its updates, with an id and a hash of its own; the same plan where it has none of them. */
export function derivePlan(plan: Plan, without: ReadonlySet<number>, outOf?: LeftOutOf): Plan {
  const rows = leaveOut(plan.rows, without, outOf);
  if (rows === plan.rows) return plan;
  return { ...plan, id: randomUUID(), hash: hashOf({ ...plan, rows }), rows };
}

/** What applying would write now: the plan that is shown, without the rows edited since. */
export const withoutStale = ({ plan, staleRows }: Pick<PlanEntry, 'plan' | 'staleRows'>): Plan =>
  derivePlan(plan, staleRows);
