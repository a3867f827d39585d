import type { BlastRadius } from '../core/blast-radius/blast-radius.ts';
import { fieldTotals } from '../core/blast-radius/field-totals.ts';
import { countActions, type Plan, type PlannedUpdate, updatesOf } from '../core/plan.ts';
import type { WarningKind } from '../core/warning-kinds.ts';
import type { Readings } from '../services/dry-run/readings.ts';
import type { MethodOutput } from './methods.ts';

type Summary = MethodOutput<'plan.make'>;

export interface PlanToSum {
  readonly plan: Plan;
  /** The session's revision it was made of. */
  readonly revision: number;
  readonly radius: BlastRadius;
  readonly warnings: readonly WarningKind[];
  /** Requests a minute that the gate lets through now. */
  readonly perMinute: number;
  /** Updates that a person left out of it. */
  readonly leftOut: number;
  readonly readings: Readings | undefined;
}

/** What is shown of a whole plan, and what is asked before it is applied. */
export function planSummary(input: PlanToSum): Summary {
  const { plan, revision, radius, warnings, perMinute, leftOut, readings } = input;
  const updates = updatesOf(plan);
  const counts = Object.entries(countActions(plan.rows)).filter(([, total]) => total > 0);
  return {
    planId: plan.id,
    hash: plan.hash,
    createdAt: plan.createdAt,
    revision,
    counts: Object.fromEntries(counts) as Summary['counts'],
    customers: updates.length,
    fields: [...fieldTotals(radius)],
    figures: radius.figures.map(({ id, subject, rows }) => ({ id, subject, rows: rows.length })),
    surprises: [...radius.surprises],
    warnings: warnings.map(({ message, rows }) => ({ message, rows })),
    samples: samplesOf(updates),
    canRead: updates.every(({ snapshot }) => snapshot !== null),
    perMinute,
    leftOut,
    reading: readingOf(plan, readings),
  };
}

const readingOf = ({ createdAt }: Plan, readings: Readings | undefined): Summary['reading'] => ({
  read: readings?.read ?? 0,
  known: readings?.known ?? 0,
  since: readings?.knownSince === undefined ? createdAt : new Date(readings.knownSince).toISOString(),
});

/** Two customers as they are, one from the beginning and one from the middle: people know their customers. */
function samplesOf(updates: readonly PlannedUpdate[]): Summary['samples'] {
  const places = updates.length > 1 ? [0, Math.floor(updates.length / 2)] : [0];
  return places.flatMap((place) => {
    const update = updates[place];
    if (!update?.snapshot) return [];
    const { customer } = update.snapshot;
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return [{ customerId: update.customerId, name: text(customer.name), email: text(customer.email) }];
  });
}
