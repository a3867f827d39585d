import { randomUUID } from 'node:crypto';
import { leaveOut } from '../core/leave-out.ts';
import type { Plan } from '../core/plan.ts';
import { hashOf } from '../services/dry-run/dry-run.ts';
import type { PlanEntry } from './plan-entry.ts';

/** What applying would write now: the plan as it was reviewed, or one derived from it with an id and a hash of its own. */
export function withoutStale({ plan, staleRows }: Pick<PlanEntry, 'plan' | 'staleRows'>): Plan {
  const rows = leaveOut(plan.rows, staleRows);
  if (rows === plan.rows) return plan;
  return { ...plan, id: randomUUID(), hash: hashOf({ ...plan, rows }), rows };
}
