import { randomUUID } from 'node:crypto';
import { type Plan, updatesOf } from '../../core/plan.ts';
import { type BegunRun, closingAfter } from './begun-run.ts';
import { createRunFiles } from './run-store.ts';
import { type RunOptions, startRun } from './runner.ts';
import { defaultRunSettings } from './settings.ts';

export interface BeginRun extends Omit<RunOptions, 'runId' | 'plan' | 'journal' | 'settings'> {
  readonly plan: Plan;
  readonly dataFolder: string;
  readonly concurrency?: number | undefined;
  /** Whether somebody is there to look at the first rows and say that it goes on. */
  readonly isAttended: boolean;
}

/** Starts applying a plan with its journal in the data folder; `done` resolves when the journal is closed too. */
export async function beginRun(options: BeginRun): Promise<BegunRun> {
  const { plan, dataFolder, clock, concurrency, isAttended } = options;
  const runId = `${new Date(clock.now()).toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  const files = await createRunFiles(dataFolder, runId, plan);
  const settings = defaultRunSettings(updatesOf(plan).length, plan.connection.mode);
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
  return closingAfter(run, runId, () => files.close());
}
