import type { Plan } from '../core/plan.ts';
import { sheetOfPlan } from '../core/plan-sheet.ts';
import { reportRows } from '../core/report.ts';
import { mayResume } from '../core/resume.ts';
import { resumeRefusalText } from '../core/words/resume.ts';
import { count } from '../core/words/text.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import { finishRun } from './finish.ts';
import { goOn, type JobContext } from './job.ts';
import { openKeptRun } from './kept-run.ts';
import { note } from './print.ts';

/** Goes on with a run that died, or that its key, the net or its journal ended. Sends nothing without --yes. */
export async function resumeKeptRun(
  runId: string,
  dataFolder: string,
  context: JobContext,
): Promise<ExitCode> {
  const { args } = context;
  const { plan, events } = await openKeptRun(dataFolder, runId);
  const left = mayResume(plan, events);
  if (!left.ok) throw new CommandFailure(EXIT.usage, resumeRefusalText(left.error));
  note(whatIsLeft(plan, left.value.left.length, left.value.inDoubt.length));
  if (!args.isConfirmed) throw new CommandFailure(EXIT.usage, 'Nothing was sent. To go on, add --yes.');
  const { plan: applied, state } = await goOn(runId, dataFolder, context);
  const result = { plan: applied, run: state, rows: reportRows(applied, state) };
  return await finishRun(sheetOfPlan(applied), result, state, args);
}

const whatIsLeft = ({ fileName }: Plan, left: number, inDoubt: number): string =>
  `${fileName}: ${count(left, 'customer')} left${inDoubt === 0 ? '' : `, ${count(inDoubt, 'of them', 'of them')} on the way when it broke off; what became of those is read first`}.\n`;
