import type { KeepDays } from '../contract/history-schemas.ts';
import type { Clock } from './clock.ts';
import { deleteDryRun, listDryRuns } from './dry-run-store/dry-run-store.ts';
import { deleteRun, removeDeleted } from './run-store/delete-run.ts';
import { listRuns } from './run-store/list-runs.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes runs that ended, and dry runs that were made, more than so many days ago. Runs that can
 * be gone on with, that are on, or that can't be read stay whatever their age: what became of their customers is
 * known from nowhere else.
 *
 * @returns how many were deleted
 */
export async function applyRetention(dataFolder: string, keepDays: KeepDays, clock: Clock): Promise<number> {
  await removeDeleted(dataFolder);
  if (keepDays === 'for_ever') return 0;
  const before = new Date(clock.now() - keepDays * DAY_MS).toISOString();
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
  return deleted;
}
