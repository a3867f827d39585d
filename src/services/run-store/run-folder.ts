import { join } from 'node:path';

const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/** SECURITY: an id becomes a folder's name; what can't be one never does, so that no path leads out of the folder. */
export const isRunId = (text: string): boolean => RUN_ID.test(text);

export const runsFolder = (dataFolder: string): string => join(dataFolder, 'runs');

export interface RunPaths {
  readonly folder: string;
  /** Written once, before anything else; see `plan-file.ts`. */
  readonly plan: string;
  /** A log of run events; see `log/log.ts`. */
  readonly journal: string;
  /** Held by the process that appends to the journal; see `locks/locks.ts`. */
  readonly lock: string;
}

/** @throws where the id is none: whoever asks has checked it, or made it */
export function runPaths(dataFolder: string, runId: string): RunPaths {
  if (!isRunId(runId)) throw new Error('This is not the id of a run.');
  const folder = join(runsFolder(dataFolder), runId);
  return {
    folder,
    plan: join(folder, 'plan.json'),
    journal: join(folder, 'journal.log'),
    lock: join(folder, 'lock'),
  };
}
