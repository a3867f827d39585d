import { join } from 'node:path';
import type { JsonValue } from '../../core/json.ts';
import type { Plan } from '../../core/plan.ts';
import { makePrivateFolder, writeFileAtomically } from '../files.ts';
import { Log } from '../log/log.ts';
import { openLogFile } from '../log/log-file.ts';
import type { Journal } from './runner.ts';

/** A run's files: the plan, written once, and the journal, appended to. */
export interface RunFiles {
  readonly folder: string;
  readonly journal: Journal;
  close(): Promise<void>;
}

/**
 * Makes the folder of a new run under `runs/` of the data folder. The plan is on the disk before the journal
 * is opened, so that a run can be gone on with from its folder alone.
 */
export async function createRunFiles(dataFolder: string, runId: string, plan: Plan): Promise<RunFiles> {
  const folder = join(dataFolder, 'runs', runId);
  await makePrivateFolder(folder);
  await writeFileAtomically(join(folder, 'plan.json'), JSON.stringify(plan));
  const opened = await Log.open(await openLogFile(join(folder, 'journal.log')));
  if (!opened.ok)
    throw new Error(`The journal of the new run ${runId} is damaged at record ${opened.error.record}`);
  const { log } = opened.value;
  return {
    folder,
    journal: { append: (event) => log.append(event as unknown as JsonValue) },
    close: () => log.close(),
  };
}
