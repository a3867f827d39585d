import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionCounts, type ConnectionInfo, countActions, type Plan } from '../../core/plan.ts';
import { err, type Result } from '../../core/result.ts';
import type { RunFault } from '../../core/run-fault.ts';
import { z } from '../../core/zod.ts';
import { makePrivateFolder, writeFileAtomically } from '../files.ts';
import type { Operator } from '../run/operator.ts';
import { decodePlan, encodePlan } from '../run-store/plan-file.ts';
import { unreadable } from '../run-store/read-run.ts';
import { isRunId } from '../run-store/run-folder.ts';
import { actionCounts, connectionInfo, time } from '../run-store/schema-parts.ts';

/**
 * Dry runs that nobody applied (yet), so that one can look at them again and show what was to be approved. Each is a
 * folder with its plan and a summary. They are a convenience: a dry run that can't be kept is no less valid.
 */
export interface KeptDryRun {
  readonly dryRunId: string;
  readonly planId: string;
  readonly planHash: string;
  readonly fileName: string;
  readonly connection: ConnectionInfo;
  readonly createdAt: string;
  readonly operator: string;
  readonly machine: string;
  readonly undoes?: string;
  readonly source?: { readonly sessionId: string; readonly revision: number };
  readonly actions: ActionCounts;
  /** Whether its rows were kept too. */
  readonly hasRows: boolean;
}

/** Older ones are removed when another is kept. */
export const MOST_DRY_RUNS = 20;
/** Of a larger sheet only the summary is kept: its plan would fill hundreds of megabytes, twenty times. */
const MOST_ROWS_KEPT = 50_000;

const rows = z.int().min(0);

const summarySchema = z.strictObject({
  planId: z.string(),
  planHash: z.string(),
  fileName: z.string(),
  connection: connectionInfo,
  createdAt: time,
  operator: z.string(),
  machine: z.string(),
  undoes: z.exactOptional(z.string()),
  source: z.exactOptional(z.strictObject({ sessionId: z.uuid(), revision: rows })),
  actions: actionCounts,
  hasRows: z.boolean(),
});

const dryRunsFolder = (dataFolder: string): string => join(dataFolder, 'dry-runs');
const summaryIn = (folder: string): string => join(folder, 'summary.json');
const planIn = (folder: string): string => join(folder, 'plan.json');

/** Keeps a dry run, and removes those that are too many. @returns its id */
export async function keepDryRun(
  dataFolder: string,
  plan: Plan,
  { operator, machine }: Operator,
): Promise<string> {
  const dryRunId = `${plan.createdAt.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  const folder = join(dryRunsFolder(dataFolder), dryRunId);
  await makePrivateFolder(folder);
  const hasRows = plan.rows.length <= MOST_ROWS_KEPT;
  if (hasRows) await writeFileAtomically(planIn(folder), encodePlan(plan));
  const { id: planId, hash: planHash, fileName, connection, createdAt, undoes, source } = plan;
  const summary: Omit<KeptDryRun, 'dryRunId'> = {
    planId,
    planHash,
    fileName,
    connection,
    createdAt,
    operator,
    machine,
    ...(undoes === undefined ? {} : { undoes }),
    ...(source === undefined ? {} : { source }),
    actions: countActions(plan.rows),
    hasRows,
  };
  // Last: a folder without a summary is none.
  await writeFileAtomically(summaryIn(folder), `${JSON.stringify(summary)}\n`);
  for (const old of (await dryRunIds(dataFolder)).slice(MOST_DRY_RUNS)) await deleteDryRun(dataFolder, old);
  return dryRunId;
}

/** The newest first. */
export async function listDryRuns(dataFolder: string): Promise<readonly KeptDryRun[]> {
  const found = await Promise.all((await dryRunIds(dataFolder)).map((id) => findDryRun(dataFolder, id)));
  return found.filter((dryRun) => dryRun !== undefined);
}

/** Its summary; `undefined` where there is none, or none that can be read. */
export async function findDryRun(dataFolder: string, dryRunId: string): Promise<KeptDryRun | undefined> {
  if (!isRunId(dryRunId)) return undefined;
  try {
    const text = await readFile(summaryIn(join(dryRunsFolder(dataFolder), dryRunId)), 'utf8');
    return { dryRunId, ...(summarySchema.parse(JSON.parse(text)) as Omit<KeptDryRun, 'dryRunId'>) };
  } catch {
    return undefined;
  }
}

/** Its whole plan, where that was kept. */
export async function readDryRun(dataFolder: string, dryRunId: string): Promise<Result<Plan, RunFault>> {
  if (!isRunId(dryRunId)) return err({ code: 'unknown_run', runId: dryRunId });
  try {
    return decodePlan(await readFile(planIn(join(dryRunsFolder(dataFolder), dryRunId)), 'utf8'), dryRunId);
  } catch (error) {
    return unreadable(dryRunId, error);
  }
}

/** One that is not there is fine. */
export async function deleteDryRun(dataFolder: string, dryRunId: string): Promise<void> {
  if (!isRunId(dryRunId)) return;
  await rm(join(dryRunsFolder(dataFolder), dryRunId), { recursive: true, force: true, maxRetries: 3 });
}

async function dryRunIds(dataFolder: string): Promise<readonly string[]> {
  const names = await readdir(dryRunsFolder(dataFolder)).catch(() => []);
  return names.filter(isRunId).toSorted().reverse();
}
