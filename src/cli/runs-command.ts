import { dataFolderOf } from '../services/data-folder.ts';
import { listRuns } from '../services/run-store/list-runs.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { out } from './print.ts';
import { runsTable } from './view/runs-table.ts';

const RUNS_LISTED = 50;

/** Lists the runs kept in the data folder. Needs no key and asks nobody. */
export async function showRuns({ isJson, showsAll }: Arguments): Promise<ExitCode> {
  const folder = dataFolderOf(process.platform, process.env);
  const runs = await listRuns(folder, showsAll ? {} : { most: RUNS_LISTED });
  if (isJson) out(JSON.stringify(runs, null, 2));
  else out(runs.length === 0 ? `There are no runs in ${folder}.` : runsTable(runs));
  return runs.some(({ kind }) => kind === 'damaged') ? EXIT.someRows : EXIT.ok;
}
