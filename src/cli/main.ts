import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { updatesOf } from '../core/plan.ts';
import { reportRows } from '../core/report.ts';
import { ROW_STATES } from '../core/row-state.ts';
import type { RunState } from '../core/run.ts';
import { outcomeText } from '../core/words/outcomes.ts';
import { count } from '../core/words/text.ts';
import { dataFolderOf } from '../services/data-folder.ts';
import { type Result, resultJson } from '../services/report-text.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { openSession } from './compose.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import { listenForInterrupts } from './interrupts.ts';
import { applyPlan, type JobContext, makePlan } from './job.ts';
import { type OpenedSheet, openSheet } from './open-sheet.ts';
import { USAGE } from './usage.ts';
import { sheetSummary } from './view/sheet-summary.ts';
import { countsLine, rowsTable } from './view/tables.ts';
import { writeReports } from './write-report.ts';

const ROWS_LISTED = 50;
const DEFAULT_WIDTH = 120;
const SAMPLE = fileURLToPath(new URL('../../resources/sample-edits.csv', import.meta.url));

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const note = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv);
  if (args.command === 'help') {
    out(USAGE);
    return EXIT.ok;
  }
  return await runJob(args.command === 'demo' ? await demoArguments(args) : args);
}

/** The demo is the job on the sample sheet, with a report in the system's folder for such things. */
async function demoArguments(args: Arguments): Promise<Arguments> {
  const report = args.report ?? join(tmpdir(), 'patchsheet-demo-report.csv');
  await rm(report, { force: true });
  note('The whole job on the sample sheet, against the practice server. No key, nothing real.\n');
  return { ...args, file: SAMPLE, report, isConfirmed: true };
}

async function runJob(args: Arguments): Promise<ExitCode> {
  const interrupts = listenForInterrupts(process);
  const opened = await openSheet(args.file ?? '', args);
  note(`${sheetSummary(opened.fileName, opened.imported, opened.validated)}\n`);
  if (opened.isWholeExport && opened.validated.mapping.roles.every(({ kind }) => kind !== 'write')) {
    throw new CommandFailure(
      EXIT.unusableSheet,
      'This looks like a whole export, so no column is written unless you say which: --write HEADER=FIELD, or --mapping FILE.',
    );
  }
  const session = await openSession(args, process.env);
  try {
    const { name, baseUrl, mode, keyLastFour } = session.connection;
    note(`${mode} · ${name} · ${baseUrl} · key …${keyLastFour}\n`);
    const context: JobContext = { args, session, stdin: process.stdin, stderr: process.stderr, interrupts };
    return await planAndApply(opened, context);
  } finally {
    interrupts.release();
    await session.close();
  }
}

async function planAndApply(opened: OpenedSheet, context: JobContext): Promise<ExitCode> {
  const { args, session } = context;
  const plan = await makePlan(opened, context);
  const planned: Result = { plan, rows: reportRows(plan) };
  const updates = updatesOf(plan).length;
  if (args.command === 'dry-run') {
    show(planned, args);
    if (!args.isJson)
      out(`\nplan ${plan.hash}\nNothing was written. ${count(updates, 'customer')} would change.`);
    await writeFiles(opened, planned, args);
    return planned.rows.every(({ state }) => ROW_STATES[state].tone !== 'bad') ? EXIT.ok : EXIT.someRows;
  }
  insist(plan, args, session.connection.mode);
  if (args.command === 'demo' || args.isJson) note(`plan ${plan.hash}`);
  else out(`plan ${plan.hash}`);
  if (args.command === 'demo') show(planned, { ...args, isJson: false });
  const run = await applyPlan(plan, dataFolderOf(process.platform, process.env), context);
  const applied: Result = { plan, run, rows: reportRows(plan, run) };
  show(applied, args);
  sayEnd(run);
  await writeFiles(opened, applied, args);
  // The sample holds rows that can't succeed, to show what becomes of them.
  return args.command === 'demo' && run.end?.how === 'completed' ? EXIT.ok : exitCodeOf(applied, run);
}

/** Nothing is sent unless it was said to be, and with a live key only a plan that somebody has looked at. */
function insist(plan: { readonly hash: string }, args: Arguments, mode: 'TEST' | 'LIVE'): void {
  const hint = `Look at the dry run first (npm run cli -- dry-run …), then add`;
  if (!args.isConfirmed) throw new CommandFailure(EXIT.usage, `Nothing was sent. ${hint} --yes.`);
  if (args.planHash === undefined && mode === 'LIVE') {
    throw new CommandFailure(
      EXIT.usage,
      `Nothing was sent. With a live key, ${hint.toLowerCase()} --plan and its hash.`,
    );
  }
  if (args.planHash !== undefined && args.planHash !== plan.hash) {
    throw new CommandFailure(
      EXIT.otherPlan,
      `Nothing was sent. The plan is now ${plan.hash}, not ${args.planHash}: the sheet, the mapping or a customer has changed since.`,
    );
  }
}

function show(result: Result, args: Arguments): void {
  if (args.isJson) {
    process.stdout.write(resultJson(result));
    return;
  }
  const most = args.showsAll ? Number.POSITIVE_INFINITY : ROWS_LISTED;
  const table = rowsTable(result.rows, most, process.stdout.columns ?? DEFAULT_WIDTH);
  if (table !== '') out(table);
  out(`\n${countsLine(result.rows)}`);
}

function sayEnd({ end }: RunState): void {
  if (!end?.reason) return;
  note(
    `\n${outcomeText({ state: 'not_attempted', reason: end.reason })}${end.detail ? ` (${end.detail})` : ''}`,
  );
}

async function writeFiles(opened: OpenedSheet, result: Result, args: Arguments): Promise<void> {
  const written = await writeReports(opened.validated.edited, result, args);
  for (const path of written) note(`Report: ${path}`);
}

function exitCodeOf({ rows }: Result, { end }: RunState): ExitCode {
  if (end?.reason === 'key_rejected' || end?.reason === 'not_allowed' || end?.reason === 'redirected') {
    return EXIT.connection;
  }
  if (end && end.how !== 'completed') return EXIT.endedEarly;
  const isFine = rows.every(
    ({ state }) => ROW_STATES[state].tone === 'good' || ROW_STATES[state].tone === 'quiet',
  );
  return isFine ? EXIT.ok : EXIT.someRows;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  note(error.message);
  process.exitCode = error.code;
}
