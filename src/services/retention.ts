import type { KeepDays } from '../contract/history-schemas.ts';
import type { Clock } from './clock.ts';
import { deleteDryRun, listDryRuns } from './dry-run-store/dry-run-store.ts';
import { deleteRun, removeDeleted } from './run-store/delete-run.ts';
import { listRuns } from './run-store/list-runs.ts';
import { lastUseOf, sessionIds } from './sessions/list-sessions.ts';
import type { SessionStore } from './sessions/session-store.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes runs that ended, and dry runs that were made, more than so many days ago. Runs that can
 * be gone on with, that are on, or that can't be read stay whatever their age: what became of their customers is
 * known from nowhere else. A sheet goes when nobody had it open for as long, and after all runs and dry runs of it:
 * their reports have its columns.
 *
 * @returns how many were deleted
 */
export async function applyRetention(
  dataFolder: string,
  keepDays: KeepDays,
  clock: Clock,
  sessions: SessionStore,
): Promise<number> {
  await removeDeleted(dataFolder);
  if (keepDays === 'for_ever') return 0;
  const beforeMs = clock.now() - keepDays * DAY_MS;
  const before = new Date(beforeMs).toISOString();
  let deleted = 0;
  for (const run of await listRuns(dataFolder)) {
    if (run.kind === 'damaged' || run.isOpenElsewhere || run.goOn || run.lastAt === undefined) continue;
    if (run.lastAt >= before) continue;
    if ((await deleteRun(dataFolder, run.runId)).ok) deleted++;
  }
  for (const { dryRunId, createdAt } of await listDryRuns(dataFolder)) {
    if (createdAt >= before) continue;
    await deleteDryRun(dataFolder, dryRunId);
    deleted++;
  }
  const needed = await sessionsOfKept(dataFolder);
  for (const sessionId of await sessionIds(dataFolder)) {
    if (needed.has(sessionId) || (await lastUseOf(dataFolder, sessionId)) >= beforeMs) continue;
    if (await sessions.discardUnused(sessionId)) deleted++;
  }
  return deleted;
}

/** Sheets of what is still kept. */
async function sessionsOfKept(dataFolder: string): Promise<ReadonlySet<string>> {
  const runs = (await listRuns(dataFolder)).flatMap((run) => (run.kind === 'run' ? [run.source] : []));
  const dryRuns = (await listDryRuns(dataFolder)).map(({ source }) => source);
  return new Set([...runs, ...dryRuns].flatMap((source) => source?.sessionId ?? []));
}
