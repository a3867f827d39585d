import type { JsonValue } from '../../core/json.ts';
import type { Plan } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunEvent } from '../../core/run.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { makePrivateFolder, writeFileAtomically } from '../files.ts';
import type { Hold } from '../locks/locks.ts';
import { Log, type OpenedLog } from '../log/log.ts';
import { openLogFile } from '../log/log-file.ts';
import type { Journal } from '../run/runner.ts';
import { eventsOf } from './fit.ts';
import { encodePlan } from './plan-file.ts';
import { readPlan, unreadable } from './read-run.ts';
import { isRunId, type RunPaths, runPaths, runsFolder } from './run-folder.ts';
import { type StoreHost, systemStoreHost } from './store-host.ts';

/** A run's files, open for writing: nobody else has them so. */
export interface RunFiles {
  readonly folder: string;
  readonly journal: Journal;
  close(): Promise<void>;
}

/** A run's files with all that is known of it. */
export interface OpenedRun extends RunFiles {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
}

/**
 * Makes the folder of a new run under `runs/` of the data folder. The plan is on the disk before the journal
 * is opened, so that a run can be gone on with from its folder alone.
 */
export async function createRunFiles(
  dataFolder: string,
  runId: string,
  plan: Plan,
  host: StoreHost = systemStoreHost,
): Promise<RunFiles> {
  const paths = runPaths(dataFolder, runId);
  // Whoever made it may have been killed before it was durable.
  if (!(await makePrivateFolder(runsFolder(dataFolder), host.disk))) await host.disk.syncFolder(dataFolder);
  if (!(await makePrivateFolder(paths.folder, host.disk)))
    throw new Error(`There is a run ${runId} already.`);
  const hold = await host.locks.take(paths.lock, runId);
  if (!hold.ok) throw new Error(`The new run ${runId} is open already.`);
  try {
    await writeFileAtomically(paths.plan, encodePlan(plan), host.disk);
    const opened = await openJournal(paths, runId, host);
    if (!opened.ok) throw new Error(`The journal of the new run ${runId} can't be opened.`);
    return filesOf(paths, opened.value.log, hold.value);
  } catch (error) {
    await hold.value.release();
    throw error;
  }
}

/** Opens a kept run to go on with it. What a crash tore off its journal is cut off; anything else wrong changes nothing. */
export async function openRunFiles(
  dataFolder: string,
  runId: string,
  host: StoreHost = systemStoreHost,
): Promise<Result<OpenedRun, RunFault>> {
  if (!isRunId(runId)) return err({ code: 'unknown_run', runId });
  const paths = runPaths(dataFolder, runId);
  const plan = await readPlan(paths, runId, host.disk);
  if (!plan.ok) return plan;
  const failed = (error: unknown): Result<never, RunFault> => unreadable(runId, error);
  const hold = await host.locks.take(paths.lock, runId).catch(failed);
  if (!hold.ok) {
    const by = hold.error;
    return 'code' in by ? err(by) : err({ code: 'open_elsewhere', runId, by });
  }
  const opened = await openHeld(hold.value, paths, plan.value, runId, host).catch(failed);
  if (!opened.ok) await hold.value.release();
  return opened;
}

async function openHeld(
  hold: Hold,
  paths: RunPaths,
  plan: Plan,
  runId: string,
  host: StoreHost,
): Promise<Result<OpenedRun, RunFault>> {
  const opened = await openJournal(paths, runId, host);
  if (!opened.ok) return opened;
  const { log, records } = opened.value;
  const events = eventsOf(records, plan, runId);
  if (events.ok) return ok({ ...filesOf(paths, log, hold), plan, events: events.value });
  await log.close();
  return events;
}

async function openJournal(
  paths: RunPaths,
  runId: string,
  { disk }: StoreHost,
): Promise<Result<OpenedLog, RunFault>> {
  const file = await openLogFile(paths.journal, disk);
  let opened: Awaited<ReturnType<typeof Log.open>> | undefined;
  try {
    opened = await Log.open(file);
  } finally {
    if (!opened?.ok) await file.close();
  }
  return opened.ok ? opened : err({ code: 'journal_damaged', runId, ...opened.error });
}

const filesOf = ({ folder }: RunPaths, log: Log, hold: Hold): RunFiles => ({
  folder,
  journal: { append: (event) => log.append(event as unknown as JsonValue) },
  close: async () => {
    try {
      await log.close();
    } finally {
      await hold.release();
    }
  },
});
