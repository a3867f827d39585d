import type { Outcome } from '../../core/outcome.ts';
import type { ConnectionInfo } from '../../core/plan.ts';
import { RunReducer, type RunState } from '../../core/run.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { readRun, type StoredRun } from './read-run.ts';
import { isRunId, runsFolder } from './run-folder.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';

/** A kept run in a list. */
export type RunListing =
  | {
      readonly kind: 'run';
      readonly runId: string;
      readonly planHash: string;
      readonly fileName: string;
      readonly connection: ConnectionInfo;
      /** Missing where it was never begun. */
      readonly startedAt?: string;
      /** Missing where it can be gone on with. */
      readonly end?: RunState['end'];
      readonly isOpenElsewhere: boolean;
      readonly outcomes: { readonly [state in Outcome['state']]: number };
      /** Rows that were to be written and have no outcome. */
      readonly unended: number;
    }
  | { readonly kind: 'damaged'; readonly runId: string; readonly fault: RunFault };

/** The kept runs, the newest first, and at most so many. One after the other, since each may be large. */
export async function listRuns(
  dataFolder: string,
  { most = Number.POSITIVE_INFINITY, host = systemStoreHost }: { most?: number; host?: StoreHost } = {},
): Promise<readonly RunListing[]> {
  const listings: RunListing[] = [];
  for (const runId of (await keptRunIds(dataFolder, host)).slice(0, most)) {
    const run = await readRun(dataFolder, runId, host);
    if (run.ok) listings.push(listingOf(run.value));
    else if (run.error.code !== 'unknown_run') listings.push({ kind: 'damaged', runId, fault: run.error });
  }
  return listings;
}

/** The newest first: ids begin with the time. */
export async function keptRunIds(
  dataFolder: string,
  { disk }: StoreHost = systemStoreHost,
): Promise<readonly string[]> {
  const names = await disk.list(runsFolder(dataFolder)).catch(() => []);
  return names.filter(isRunId).toSorted().reverse();
}

function listingOf({ runId, plan, events, isOpenElsewhere }: StoredRun): RunListing {
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  const { startedAt, end, rows } = reducer.state;
  const outcomes = { ...NONE };
  let unended = 0;
  for (const { outcome } of rows.values()) {
    if (outcome) outcomes[outcome.state]++;
    else unended++;
  }
  return {
    kind: 'run',
    runId,
    planHash: plan.hash,
    fileName: plan.fileName,
    connection: plan.connection,
    ...(startedAt === '' ? {} : { startedAt }),
    ...(end ? { end } : {}),
    isOpenElsewhere,
    outcomes,
    unended,
  };
}

const NONE: { readonly [state in Outcome['state']]: number } = {
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
