import { randomUUID } from 'node:crypto';
import type { HeldBy } from '../../core/held-by.ts';
import type { Plan } from '../../core/plan.ts';
import { updatesOf } from '../../core/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import { USUAL_WORK_SETTINGS } from '../../core/work-settings.ts';
import { holdAccount } from '../run-store/hold-account.ts';
import { createRunFiles } from '../run-store/run-store.ts';
import { type KeptRun, keptRun, type RunHost } from './kept-run.ts';
import { type RunOptions, startRun } from './runner.ts';
import { runSettingsOf } from './settings.ts';

export interface BeginRun extends RunHost, Pick<RunOptions, 'reason' | 'onEvent'> {
  readonly plan: Plan;
  /** Whether somebody is there to look at the first rows and say that it goes on. */
  readonly isAttended: boolean;
}

/**
 * Starts applying a plan with its journal in the data folder; `done` resolves when the journal is closed too.
 *
 * @returns who else has a run on with the same key, where somebody has: nothing was sent then
 * @throws where the run's files can't be made: nothing was sent either
 */
export async function beginRun(options: BeginRun): Promise<Result<KeptRun, HeldBy>> {
  const { plan, dataFolder, clock, concurrency, isAttended, keyFingerprint } = options;
  const { work = USUAL_WORK_SETTINGS } = options;
  const runId = `${new Date(clock.now()).toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  const { baseUrl, mode } = plan.connection;
  const account = await holdAccount(dataFolder, { baseUrl, keyFingerprint, runId });
  if (!account.ok) return account;
  try {
    const files = await createRunFiles(dataFolder, runId, plan);
    const settings = runSettingsOf(updatesOf(plan).length, mode, work);
    const run = startRun({
      ...options,
      runId,
      journal: files.journal,
      settings: {
        ...settings,
        concurrency: concurrency ?? settings.concurrency,
        pilotRows: isAttended ? settings.pilotRows : 0,
      },
    });
    return ok(keptRun(run, runId, plan, files, account.value));
  } catch (error) {
    await account.value.release();
    throw error;
  }
}
