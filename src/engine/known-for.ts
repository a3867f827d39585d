import { KNOWN_FOR_MS } from '../core/known-for.ts';
import { plannedOf } from '../core/plan.ts';
import { KnownCustomers } from '../services/dry-run/known-customers.ts';
import type { Readings } from '../services/dry-run/readings.ts';
import type { LinkedConnection } from './links.ts';
import type { PlanEntry } from './plan-entry.ts';

/** Most of them are held for nothing else, and each takes a kilobyte or two; a page of a listing reads 1,000 at once. */
const MOST_KEPT = 50_000;

export const worthKeeping = (readings: Readings | undefined): Readings | undefined =>
  readings && readings.snapshots.size <= MOST_KEPT ? readings : undefined;

/**
 * What a dry run of a session may go by, of what its newest plan was made of. Only rows that could be planned and were
 * not edited since: what kept another from being planned may have been put right at Atlas meanwhile. And nothing once
 * a run was on over the same key, since it wrote to who knows whom.
 */
export function knownFor(
  sessionId: string,
  { account }: LinkedConnection,
  entries: readonly PlanEntry[],
  now: number,
): KnownCustomers | undefined {
  const ofAccount = entries.filter(({ linked }) => linked.account === account);
  const entry = ofAccount.find((each) => each.sessionId === sessionId);
  if (!entry?.readings || ofAccount.some(({ run }) => run !== undefined)) return undefined;
  return new KnownCustomers(entry.readings, {
    notBefore: now - KNOWN_FOR_MS,
    isKept: (row) => {
      const action = plannedOf(entry.made, row)?.action;
      return (action === 'update' || action === 'unchanged') && entry.stateOf(row) !== 'stale';
    },
  });
}
