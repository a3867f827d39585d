import { createHash } from 'node:crypto';
import type { Plan } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { hashOf } from '../dry-run/dry-run.ts';
import { planSchema } from './plan-schema.ts';
import { placeOf } from './schema-parts.ts';

const VERSION = 1;
const HEAD = /^\{"version":(\d+),"sha256":"([0-9a-f]{64})","plan":/;
const FOOT = '}\n';

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A plan's file: JSON, with the checksum of the plan's own text before it. The plan's hash covers what is sent; what
 * the run works with besides (edits, what was read) is covered by this.
 */
export function encodePlan(plan: Plan): string {
  const text = JSON.stringify(plan);
  return `{"version":${VERSION},"sha256":"${checksum(text)}","plan":${text}${FOOT}`;
}

/** Reads a plan's file. One that was changed since it was written is refused, whoever changed it. */
export function decodePlan(content: string, runId: string): Result<Plan, RunFault> {
  const head = HEAD.exec(content);
  if (!head) return err({ code: 'plan_changed', runId });
  const [{ length }, version, sum] = head;
  if (Number(version) > VERSION) return err({ code: 'newer_version', runId, file: 'plan' });
  const text = content.slice(length, -FOOT.length);
  if (!content.endsWith(FOOT) || checksum(text) !== sum) return err({ code: 'plan_changed', runId });
  // Its text is the one that was written, so it is JSON.
  const value: unknown = JSON.parse(text);
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) return err({ code: 'plan_of_other_shape', runId, where: placeOf(parsed.error) });
  const plan = value as Plan;
  return hashOf(plan) === plan.hash ? ok(plan) : err({ code: 'plan_changed', runId });
}
