import { compareApproval } from '../core/approved-plan.ts';
import type { EditedSheet } from '../core/edited-sheet.ts';
import { type Plan, updatesOf } from '../core/plan.ts';
import { reportRows } from '../core/report.ts';
import { ROW_STATES } from '../core/row-state.ts';
import type { WarningTotal } from '../core/warning-kinds.ts';
import { count } from '../core/words/text.ts';
import { dataFolderOf } from '../services/data-folder.ts';
import type { Result } from '../services/report-text.ts';
import type { Arguments } from './arguments.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import { finishRun, show, writeFiles } from './finish.ts';
import { applyPlan, type JobContext } from './job.ts';
import { note, out } from './print.ts';

/** A plan, and the sheet that its report begins with. */
interface Planned {
  readonly plan: Plan;
  readonly edited: EditedSheet;
  readonly warnings: readonly WarningTotal[];
}

/** What would change. Ends the command where nothing is to be written. */
export async function review({ plan, edited, warnings }: Planned, args: Arguments): Promise<ExitCode> {
  const planned: Result = { plan, rows: reportRows(plan), warnings };
  show(planned, args);
  if (!args.isJson) {
    const customers = count(updatesOf(plan).length, 'customer');
    out(`\nplan ${plan.hash}\nNothing was written. ${customers} would change.`);
  }
  await writeFiles(edited, planned, args);
  return planned.rows.every(({ state }) => ROW_STATES[state].tone !== 'bad') ? EXIT.ok : EXIT.someRows;
}

/** Applies the plan that was insisted on, and no other. */
export async function apply({ plan, edited, warnings }: Planned, context: JobContext): Promise<ExitCode> {
  const { args, session } = context;
  insist(plan, args, session.connection.mode);
  if (args.command === 'demo' || args.isJson) note(`plan ${plan.hash}`);
  else out(`plan ${plan.hash}`);
  if (args.command === 'demo') show({ plan, rows: reportRows(plan) }, { ...args, isJson: false });
  const run = await applyPlan(plan, dataFolderOf(process.platform, process.env), context);
  const code = await finishRun(edited, { plan, run, rows: reportRows(plan, run), warnings }, run, args);
  // The sample holds rows that can't succeed, to show what becomes of them.
  return args.command === 'demo' && run.end?.how === 'completed' ? EXIT.ok : code;
}

/** Nothing is sent unless it was said to be, and with a live key only a plan that somebody has looked at. */
function insist(plan: { readonly hash: string }, args: Arguments, mode: 'TEST' | 'LIVE'): void {
  const dryRun = args.command === 'undo' ? 'npm run cli -- undo RUN' : 'npm run cli -- dry-run …';
  const hint = `Look at the dry run first (${dryRun}), then add`;
  if (!args.isConfirmed) throw new CommandFailure(EXIT.usage, `Nothing was sent. ${hint} --yes.`);
  if (args.planHash === undefined && mode === 'LIVE') {
    throw new CommandFailure(
      EXIT.usage,
      `Nothing was sent. With a live key, ${hint.charAt(0).toLowerCase()}${hint.slice(1)} --plan and its hash.`,
    );
  }
  if (args.reason === undefined && mode === 'LIVE') {
    throw new CommandFailure(
      EXIT.usage,
      'Nothing was sent. A change of real customers needs a reason or a ticket: add --reason.',
    );
  }
  if (args.planHash !== undefined && compareApproval(plan.hash, args.planHash) !== 'same') {
    throw new CommandFailure(
      EXIT.otherPlan,
      `Nothing was sent. The plan is now ${plan.hash}, not ${args.planHash}: the sheet, the mapping or a customer has changed since.`,
    );
  }
}
