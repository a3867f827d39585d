import type { Plan } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunEvent } from '../../core/run.ts';
import type { RunFault } from '../../core/run-fault.ts';
import type { Disk } from '../disk/disk.ts';
import { readLog } from '../log/read-log.ts';
import { eventsOf } from './fit.ts';
import { decodePlan } from './plan-file.ts';
import { isRunId, type RunPaths, runPaths } from './run-folder.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';

/** All that is known of a kept run. */
export interface StoredRun {
  readonly runId: string;
  readonly plan: Plan;
  /** Up to the last one that was written whole; empty where the run was never begun. */
  readonly events: readonly RunEvent[];
  /** A process has it open to write to it, be it this one. */
  readonly isOpenElsewhere: boolean;
}

/** Reads a kept run, and changes nothing. It may be at work: what is not written whole yet is not there yet. */
export async function readRun(
  dataFolder: string,
  runId: string,
  host: StoreHost = systemStoreHost,
): Promise<Result<StoredRun, RunFault>> {
  if (!isRunId(runId)) return err({ code: 'unknown_run', runId });
  const paths = runPaths(dataFolder, runId);
  const plan = await readPlan(paths, runId, host.disk);
  if (!plan.ok) return plan;
  const bytes = await contentOf(paths.journal, runId, host.disk);
  if (!bytes.ok) return bytes;
  const log = readLog(bytes.value ?? Buffer.alloc(0));
  if (!log.ok) return err({ code: 'journal_damaged', runId, ...log.error });
  const events = eventsOf(log.value.records, plan.value, runId);
  if (!events.ok) return events;
  try {
    const holder = await host.locks.look(paths.lock);
    return ok({ runId, plan: plan.value, events: events.value, isOpenElsewhere: holder !== undefined });
  } catch (error) {
    return unreadable(runId, error);
  }
}

/** A run without a plan was never begun, unless it has a journal with something in it. */
export async function readPlan(paths: RunPaths, runId: string, disk: Disk): Promise<Result<Plan, RunFault>> {
  const content = await contentOf(paths.plan, runId, disk);
  if (!content.ok) return content;
  if (content.value) return decodePlan(content.value.toString(), runId);
  const journal = await contentOf(paths.journal, runId, disk);
  if (!journal.ok) return journal;
  return err({ code: (journal.value?.length ?? 0) > 0 ? 'plan_missing' : 'unknown_run', runId });
}

/** `undefined` where there is no such file. */
async function contentOf(
  path: string,
  runId: string,
  disk: Disk,
): Promise<Result<Buffer | undefined, RunFault>> {
  try {
    return ok(await disk.readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(undefined);
    return unreadable(runId, error);
  }
}

export const unreadable = (runId: string, error: unknown): Result<never, RunFault> =>
  err({ code: 'files_unreadable', runId, detail: (error as Error).message });
