import type { RunFault } from '../../core/run-fault.ts';
import { readRun } from './read-run.ts';
import { isRunId, runPaths, runsFolder } from './run-folder.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';
import { type RunSummary, summarize } from './summarize.ts';
import { keepSummary, keptSummary, sizesOf } from './summary-file.ts';

/** A kept run in a list. */
export type RunListing =
  | (RunSummary & { readonly kind: 'run'; readonly runId: string; readonly isOpenElsewhere: boolean })
  | { readonly kind: 'damaged'; readonly runId: string; readonly fault: RunFault };

/** The kept runs, the newest first, and at most so many. One after the other, since each may be large. */
export async function listRuns(
  dataFolder: string,
  { most = Number.POSITIVE_INFINITY, host = systemStoreHost }: { most?: number; host?: StoreHost } = {},
): Promise<readonly RunListing[]> {
  const listings: RunListing[] = [];
  for (const runId of (await keptRunIds(dataFolder, host)).slice(0, most)) {
    const listing = await listRun(dataFolder, runId, host);
    if (listing) listings.push(listing);
  }
  return listings;
}

/**
 * One run as a list tells of it: by its summary where that fits, else by its plan and journal, whose summary is then
 * kept. `undefined` where there is no such run.
 */
export async function listRun(
  dataFolder: string,
  runId: string,
  host: StoreHost = systemStoreHost,
): Promise<RunListing | undefined> {
  const paths = runPaths(dataFolder, runId);
  const known = await keptSummary(paths);
  if (known) {
    const holder = await host.locks.look(paths.lock).catch(() => undefined);
    return { kind: 'run', runId, isOpenElsewhere: holder !== undefined, ...known };
  }
  const of = await sizesOf(paths).catch(() => undefined);
  const run = await readRun(dataFolder, runId, host);
  if (!run.ok)
    return run.error.code === 'unknown_run' ? undefined : { kind: 'damaged', runId, fault: run.error };
  const { plan, events, isOpenElsewhere } = run.value;
  const summary = summarize(plan, events);
  // Of a run at work it would be old before it is written.
  if (of && !isOpenElsewhere) await keepSummary(paths, of, summary);
  return { kind: 'run', runId, isOpenElsewhere, ...summary };
}

/** The newest first: ids begin with the time. */
export async function keptRunIds(
  dataFolder: string,
  { disk }: StoreHost = systemStoreHost,
): Promise<readonly string[]> {
  const names = await disk.list(runsFolder(dataFolder)).catch(() => []);
  return names.filter(isRunId).toSorted().reverse();
}
