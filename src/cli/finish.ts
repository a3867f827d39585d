import type { EditedSheet } from '../core/edited-sheet.ts';
import { ROW_STATES } from '../core/row-state.ts';
import type { RunState } from '../core/run.ts';
import { outcomeText } from '../core/words/outcomes.ts';
import { type Result, resultJson } from '../services/report-text.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { note, out } from './print.ts';
import { countsLine, rowsTable } from './view/tables.ts';
import { writeReports } from './write-report.ts';

const ROWS_LISTED = 50;
const DEFAULT_WIDTH = 120;

/** Rows and counts for people; with `--json` the whole result, and nothing else, on standard output. */
export function show(result: Result, args: Arguments): void {
  if (args.isJson) {
    process.stdout.write(resultJson(result));
    return;
  }
  const most = args.showsAll ? Number.POSITIVE_INFINITY : ROWS_LISTED;
  const table = rowsTable(result.rows, most, process.stdout.columns ?? DEFAULT_WIDTH);
  if (table !== '') out(table);
  out(`\n${countsLine(result.rows)}`);
}

/** Writes the reports that were asked for, and names each on standard error: output stays what a script reads. */
export async function writeFiles(edited: EditedSheet, result: Result, args: Arguments): Promise<void> {
  const written = await writeReports(edited, result, args);
  for (const path of written) note(`Report: ${path}`);
}

/** Shows how a run ended, writes what was asked for, and says it to scripts. */
export async function finishRun(
  edited: EditedSheet,
  result: Result,
  run: RunState,
  args: Arguments,
): Promise<ExitCode> {
  show(result, args);
  sayEnd(run);
  await writeFiles(edited, result, args);
  return exitCodeOf(result, run);
}

function sayEnd({ end }: RunState): void {
  if (!end?.reason) return;
  note(
    `\n${outcomeText({ state: 'not_attempted', reason: end.reason })}${end.detail ? ` (${end.detail})` : ''}`,
  );
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
