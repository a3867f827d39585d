import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { PlanEntry } from './plan-entry.ts';

/** The rows that a figure of the plan counts, without those edited since: they left it. */
export function figureRows(entry: PlanEntry, id: string): Result<Uint32Array<ArrayBuffer>, Refused> {
  const figure = entry.radius.figures.find((known) => known.id === id);
  if (!figure) return err(refused('plan_unknown'));
  return ok(Uint32Array.from(figure.rows.filter((row) => entry.stateOf(row) !== 'stale')));
}
