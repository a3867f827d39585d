import { RunReducer, type RunState } from '../core/run.ts';
import { runFaultText } from '../core/words/run-faults.ts';
import { readRun, type StoredRun } from '../services/run-store/read-run.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';

/** A run from the data folder, with what became of its rows. */
export async function openKeptRun(
  dataFolder: string,
  runId: string,
): Promise<StoredRun & { readonly state: RunState }> {
  const run = await readRun(dataFolder, runId);
  if (!run.ok) throw new CommandFailure(EXIT.usage, runFaultText(run.error));
  const reducer = new RunReducer(run.value.plan);
  for (const event of run.value.events) reducer.apply(event);
  return { ...run.value, state: reducer.state };
}
