import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import packageJson from '../../package.json' with { type: 'json' };
import type { Plan } from '../core/plan.ts';
import type { PauseReason, RunState } from '../core/run.ts';
import { dryRunFailureText } from '../core/words/failures.ts';
import { runNote } from '../core/words/run.ts';
import { accountHeldText } from '../core/words/run-faults.ts';
import { connectionInfo } from '../services/connection.ts';
import { dryRun } from '../services/dry-run/dry-run.ts';
import { keyFingerprintOf } from '../services/key-fingerprint.ts';
import { beginRun } from '../services/run/begin-run.ts';
import { goOnWithRun } from '../services/run/go-on.ts';
import type { KeptRun, RunHost } from '../services/run/kept-run.ts';
import { systemOperator } from '../services/run/operator.ts';
import { Pace } from '../services/run/pace.ts';
import type { RunOptions } from '../services/run/runner.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './compose.ts';
import { listenForEnter } from './enter-key.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import type { Interrupts } from './interrupts.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { readingCustomers } from './reading.ts';
import { paceText } from './view/pace.ts';
import { type Progress, showProgress } from './view/progress.ts';

export interface JobContext {
  readonly args: Arguments;
  readonly session: Session;
  readonly stdin: typeof process.stdin;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly interrupts: Interrupts;
}

/** The dry run, with its progress. Ctrl+C keeps what was read. */
export async function makePlan(opened: OpenedSheet, context: JobContext): Promise<Plan> {
  const plan = await readingCustomers(context, opened.validated.counts.ready, (reading) =>
    dryRun({
      ...reading,
      validated: opened.validated,
      connection: connectionInfo(context.session.connection),
      fileName: opened.fileName,
      newId: randomUUID,
    }),
  );
  if (plan.ok) return plan.value;
  const code: ExitCode = SHEET_FAILURES.has(plan.error.code) ? EXIT.unusableSheet : EXIT.connection;
  throw new CommandFailure(code, dryRunFailureText(plan.error));
}

const SHEET_FAILURES: ReadonlySet<string> = new Set(['sheet_invalid', 'blank_question']);

const WAITS_FOR_A_PERSON: ReadonlySet<PauseReason> = new Set<PauseReason>([
  'long_rate_limit',
  'budget_spent',
  'too_many_failures',
  'pilot_done',
  'long_absence',
]);

/** Applies a plan, with its progress. The journal is in the data folder. */
export async function applyPlan(plan: Plan, dataFolder: string, context: JobContext): Promise<RunState> {
  return await watchRun(context, async (onEvent, isAttended) => {
    const { reason } = context.args;
    const run = await beginRun({
      ...runHost(dataFolder, context),
      plan,
      isAttended,
      onEvent,
      ...(reason !== undefined && { reason }),
    });
    if (!run.ok) throw new CommandFailure(EXIT.endedEarly, `Nothing was sent. ${accountHeldText(run.error)}`);
    return run.value;
  });
}

/** Goes on with a run that was interrupted, with its progress. */
export async function goOn(
  runId: string,
  dataFolder: string,
  context: JobContext,
): Promise<{ readonly plan: Plan; readonly state: RunState }> {
  let plan: Plan | undefined;
  const state = await watchRun(context, async (onEvent, isAttended) => {
    const connection = connectionInfo(context.session.connection);
    const run = await goOnWithRun({
      ...runHost(dataFolder, context),
      runId,
      connection,
      isAttended,
      onEvent,
    });
    if (!run.ok) throw new CommandFailure(EXIT.endedEarly, run.error);
    ({ plan } = run.value);
    return run.value;
  });
  if (!plan) throw new Error('A run that was gone on with has a plan');
  return { plan, state };
}

function runHost(dataFolder: string, { args, session }: JobContext): RunHost {
  const { client, clock, random, connection } = session;
  return {
    dataFolder,
    client,
    clock,
    random,
    appVersion: packageJson.version,
    ...systemOperator(),
    keyFingerprint: keyFingerprintOf(connection),
    concurrency: args.concurrency,
  };
}

type Begin = (onEvent: NonNullable<RunOptions['onEvent']>, isAttended: boolean) => Promise<KeptRun>;

async function watchRun({ session, stdin, stderr, interrupts }: JobContext, begin: Begin): Promise<RunState> {
  const goOnKey = listenForEnter(stdin);
  const pace = new Pace(() => session.clock.now());
  let progress: Progress | undefined;
  let done = 0;
  try {
    const run = await begin((event, state) => {
      if (!progress) {
        progress = showProgress(stderr, 'Applying', state.rows.size);
        done = [...state.rows.values()].filter(({ outcome }) => outcome).length;
      }
      if (event.kind === 'paused' && WAITS_FOR_A_PERSON.has(event.reason)) {
        stderr.write(`\n${runNote(event.reason, 0)}.\n`);
        stderr.write(
          goOnKey.isThere
            ? 'Press Enter to go on, Ctrl+C to stop.\n'
            : 'Nobody is at this terminal to be asked, so the run stops.\n',
        );
        goOnKey.next(
          () => run.resume(),
          () => run.stop(),
        );
      }
      if (event.kind === 'ended') {
        done++;
        pace.ended();
      }
      const left = state.rows.size - done;
      const note = runNote(state.pausedBy, session.client.gate.closedForMs);
      progress.update(done, note === '' ? paceText(pace.rate(left), left) : note);
    }, goOnKey.isThere);
    interrupts.onInterrupt(
      () => {
        stderr.write('\nStopping: finishing what is in flight. Ctrl+C again aborts.\n');
        run.stop();
      },
      () => {
        stderr.write('\nAborting: reading what became of the rows in flight.\n');
        run.abort();
      },
    );
    return await run.done;
  } finally {
    goOnKey.release();
    progress?.stop();
  }
}
