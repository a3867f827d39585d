import { COMMAND_LABELS } from '../../../core/words/commands.ts';
import { count, number } from '../../../core/words/text.ts';

/** What commands are called where that hangs on what is open; their names are in core, for the native menu too. */
export const COMMANDS = {
  dryRun: COMMAND_LABELS['plan.make'],
  dryRunAgain: 'Dry run again',
  apply: (customers: number) =>
    customers === 0 ? COMMAND_LABELS['run.apply'] : `Apply ${number(customers)}…`,
  report: 'Report',
  reportCsv: COMMAND_LABELS['report.csv'],
  dryRunCsv: 'Dry run (CSV)…',
  reportHtml: COMMAND_LABELS['report.html'],
  dryRunHtml: 'Dry run for approval (HTML)…',
  againFailed: (rows: number) =>
    rows === 0 ? COMMAND_LABELS['plan.again_failed'] : `Plan ${number(rows)} failed again`,
  againConflicts: (rows: number) =>
    rows === 0
      ? COMMAND_LABELS['plan.again_conflicts']
      : `Plan ${number(rows)} ${rows === 1 ? 'conflict' : 'conflicts'} again`,
  againSelected: (rows: number) => (rows === 1 ? 'Plan this row again' : `Plan ${count(rows, 'row')} again`),
  tools: 'Commands',
} as const;
