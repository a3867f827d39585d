import { randomUUID } from 'node:crypto';
import { type Plan, updatesOf } from '../core/plan.ts';
import { sheetOfPlan } from '../core/plan-sheet.ts';
import { warningKinds } from '../core/warning-kinds.ts';
import { undoFailureText } from '../core/words/undo-failures.ts';
import { connectionInfo } from '../services/connection.ts';
import { planUndo } from '../services/undo/plan-undo.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import type { JobContext } from './job.ts';
import { openKeptRun } from './kept-run.ts';
import { note } from './print.ts';
import { readingCustomers } from './reading.ts';
import { apply, review } from './review-and-apply.ts';

/** Takes a run back: what would change or, with --yes, the change itself. */
export async function undoRun(runId: string, dataFolder: string, context: JobContext): Promise<ExitCode> {
  const plan = await makeUndoPlan(runId, dataFolder, context);
  const planned = { plan, edited: sheetOfPlan(plan), warnings: warningKinds(updatesOf(plan)) };
  const { args } = context;
  note('What Atlas did meanwhile with the values of the run (invoices, e-mails) is not taken back.\n');
  return args.isConfirmed ? await apply(planned, context) : await review(planned, args);
}

async function makeUndoPlan(runId: string, dataFolder: string, context: JobContext): Promise<Plan> {
  const run = await openKeptRun(dataFolder, runId);
  if (run.isOpenElsewhere) {
    throw new CommandFailure(
      EXIT.endedEarly,
      'The run is still going on. Stop it first, or wait until it has ended.',
    );
  }
  const plan = await readingCustomers(context, run.state.rows.size, (reading) =>
    planUndo({ ...reading, run, connection: connectionInfo(context.session.connection), newId: randomUUID }),
  );
  if (plan.ok) return plan.value;
  const isOfRun = plan.error.code === 'nothing_written' || plan.error.code === 'other_connection';
  throw new CommandFailure(isOfRun ? EXIT.usage : EXIT.connection, undoFailureText(plan.error));
}
