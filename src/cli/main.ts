import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { updatesOf } from '../core/plan.ts';
import { warningKinds } from '../core/warning-kinds.ts';
import { dataFolderOf } from '../services/data-folder.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { openSession } from './compose.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import { listenForInterrupts } from './interrupts.ts';
import { type JobContext, makePlan } from './job.ts';
import { type OpenedSheet, openSheet } from './open-sheet.ts';
import { note, out } from './print.ts';
import { resumeKeptRun } from './resume-command.ts';
import { apply, review } from './review-and-apply.ts';
import { showRuns } from './runs-command.ts';
import { undoRun } from './undo-command.ts';
import { USAGE } from './usage.ts';
import { sheetSummary } from './view/sheet-summary.ts';

const SAMPLE = fileURLToPath(new URL('../../resources/sample-edits.csv', import.meta.url));

async function main(argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv);
  const dataFolder = dataFolderOf(process.platform, process.env);
  const { runId = '' } = args;
  switch (args.command) {
    case 'help':
      out(USAGE);
      return EXIT.ok;
    case 'runs':
      return await showRuns(args);
    case 'undo':
      return await withSession(args, (context) => undoRun(runId, dataFolder, context));
    case 'resume':
      return await withSession(args, (context) => resumeKeptRun(runId, dataFolder, context));
    case 'demo':
      return await runJob(await demoArguments(args));
    case 'dry-run':
    case 'apply':
      return await runJob(args);
  }
}

/** The demo is the job on the sample sheet, with a report in the system's folder for such things. */
async function demoArguments(args: Arguments): Promise<Arguments> {
  const report = args.report ?? join(tmpdir(), 'patchsheet-demo-report.csv');
  await rm(report, { force: true });
  note('The whole job on the sample sheet, against the practice server. No key, nothing real.\n');
  return { ...args, file: SAMPLE, report, isConfirmed: true };
}

async function runJob(args: Arguments): Promise<ExitCode> {
  const opened = await openSheet(args.file ?? '', args);
  note(`${sheetSummary(opened.fileName, opened.imported, opened.validated, opened.proposal)}\n`);
  if (opened.proposal.isWholeExport && opened.validated.mapping.roles.every(({ kind }) => kind !== 'write')) {
    throw new CommandFailure(
      EXIT.unusableSheet,
      'This looks like a whole export, so no column is written unless you say which: --write HEADER=FIELD, or --mapping FILE.',
    );
  }
  return await withSession(args, (context) => planAndApply(opened, context));
}

async function withSession(
  args: Arguments,
  work: (context: JobContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  const interrupts = listenForInterrupts(process);
  const session = await openSession(args, process.env);
  try {
    const { name, baseUrl, mode, keyLastFour } = session.connection;
    note(`${mode} · ${name} · ${baseUrl} · key …${keyLastFour}\n`);
    return await work({ args, session, stdin: process.stdin, stderr: process.stderr, interrupts });
  } finally {
    interrupts.release();
    await session.close();
  }
}

async function planAndApply(opened: OpenedSheet, context: JobContext): Promise<ExitCode> {
  const plan = await makePlan(opened, context);
  const { validated } = opened;
  const planned = { plan, edited: validated.edited, warnings: warningKinds(updatesOf(plan), validated) };
  return context.args.command === 'dry-run'
    ? await review(planned, context.args)
    : await apply(planned, context);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  note(error.message);
  process.exitCode = error.code;
}
