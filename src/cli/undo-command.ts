import { randomUUID } from 'node:crypto';
import type { Plan } from '../core/plan.ts';
import { sheetOfPlan } from '../core/plan-sheet.ts';
import { count } from '../core/words/text.ts';
import { undoFailureText } from '../core/words/undo-failures.ts';
import { connectionInfo } from '../services/connection.ts';
import { DRY_RUN_SETTINGS } from '../services/dry-run/settings.ts';
import { planUndo } from '../services/undo/plan-undo.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import type { JobContext } from './job.ts';
import { openKeptRun } from './kept-run.ts';
import { note } from './print.ts';
import { apply, review } from './review-and-apply.ts';
import { showProgress } from './view/progress.ts';

/** Takes a run back: what would change or, with --yes, the change itself. */
export async function undoRun(runId: string, dataFolder: string, context: JobContext): Promise<ExitCode> {
  const plan = await makeUndoPlan(runId, dataFolder, context);
  const planned = { plan, edited: sheetOfPlan(plan) };
  const { args } = context;
  note('What Atlas did meanwhile with the values of the run (invoices, e-mails) is not taken back.\n');
  return args.isConfirmed ? await apply(planned, context) : await review(planned, args);
}

async function makeUndoPlan(runId: string, dataFolder: string, context: JobContext): Promise<Plan> {
  const { args, session, stderr, interrupts } = context;
  const { client, clock, random, connection } = session;
  const run = await openKeptRun(dataFolder, runId);
  if (run.isOpenElsewhere) {
    throw new CommandFailure(
      EXIT.endedEarly,
      'The run is still going on. Stop it first, or wait until it has ended.',
    );
  }
  const cancelling = new AbortController();
  const cancel = (): void => cancelling.abort();
  interrupts.onInterrupt(cancel, cancel);
  const progress = showProgress(stderr, 'Reading customers', run.state.rows.size);
  const plan = await planUndo({
    run,
    connection: connectionInfo(connection),
    client,
    patience: { clock, random, tries: DRY_RUN_SETTINGS.readTries, signal: cancelling.signal },
    concurrency: args.concurrency ?? DRY_RUN_SETTINGS.concurrency,
    newId: randomUUID,
    onProgress: ({ done, requestsLeft }) => {
      progress.update(done, requestsLeft === 0 ? '' : `${count(requestsLeft, 'request')} to go`);
    },
  });
  progress.stop();
  if (plan.ok) return plan.value;
  const isOfRun = plan.error.code === 'nothing_written' || plan.error.code === 'other_connection';
  throw new CommandFailure(isOfRun ? EXIT.usage : EXIT.connection, undoFailureText(plan.error));
}
