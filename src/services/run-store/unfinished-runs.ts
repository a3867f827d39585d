import type { ConnectionInfo } from '../../core/plan.ts';
import { mayResume } from '../../core/resume.ts';
import { keptRunIds } from './list-runs.ts';
import { readRun } from './read-run.ts';

/** A run that was interrupted and can be gone on with. */
export interface UnfinishedRun {
  readonly runId: string;
  readonly fileName: string;
  readonly connection: ConnectionInfo;
  /** Missing where it was interrupted before its first record. */
  readonly startedAt: string | undefined;
  readonly source: { readonly sessionId: string; readonly revision: number } | undefined;
  /** Rows that were to be written, those of them that have no outcome, and those that may have been written. */
  readonly total: number;
  readonly left: number;
  readonly inDoubt: number;
}

/** Older ones are in the history; nobody waits for them at the start of the app. */
const MOST_LOOKED_AT = 20;

/** The newest runs that can be gone on with, and that nobody is at work on. */
export async function unfinishedRuns(dataFolder: string): Promise<readonly UnfinishedRun[]> {
  const unfinished: UnfinishedRun[] = [];
  for (const runId of (await keptRunIds(dataFolder)).slice(0, MOST_LOOKED_AT)) {
    const run = await readRun(dataFolder, runId);
    if (!run.ok || run.value.isOpenElsewhere) continue;
    const { plan, events } = run.value;
    const left = mayResume(plan, events);
    if (!left.ok || left.value.left.length === 0) continue;
    unfinished.push({
      runId,
      fileName: plan.fileName,
      connection: plan.connection,
      startedAt: left.value.state.startedAt || undefined,
      source: plan.source,
      total: left.value.state.rows.size,
      left: left.value.left.length,
      inDoubt: left.value.inDoubt.length,
    });
  }
  return unfinished;
}
