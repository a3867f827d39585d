import type { ConnectionInfo } from '../../core/plan.ts';
import { listRuns } from './list-runs.ts';

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
  const newest = await listRuns(dataFolder, { most: MOST_LOOKED_AT });
  return newest.flatMap((run) => {
    if (run.kind === 'damaged' || run.isOpenElsewhere || !run.goOn) return [];
    const { runId, fileName, connection, startedAt, source, actions, goOn } = run;
    return [{ runId, fileName, connection, startedAt, source, total: actions.update, ...goOn }];
  });
}
