import { COMMAND_LABELS } from '../../../core/words/commands.ts';
import { count, number } from '../../../core/words/text.ts';

/** What commands are called where that hangs on what is open; their names are in core, for the native menu too. */
export const COMMANDS = {
  dryRun: COMMAND_LABELS['plan.make'],
  dryRunAgain: (rows: number | undefined) =>
    rows === undefined ? 'Dry run again' : `Dry run again (${count(rows, 'row')})`,
  dryRunOfFew: (time: string) =>
    `Reads only what is needed: rows edited since and rows that could not be planned. The others are known from ${time}.`,
  leaveOutOfPlan: (rows: number) =>
    rows > 1 ? `Leave ${count(rows, 'row')} out of this plan` : 'Leave row out of this plan',
  takeIntoPlan: (rows: number) =>
    rows > 1 ? `Take ${count(rows, 'row')} back into this plan` : 'Take row back into this plan',
  apply: (customers: number) =>
    customers === 0 ? COMMAND_LABELS['run.apply'] : `Apply ${number(customers)}…`,
  report: 'Report',
  reportCsv: COMMAND_LABELS['report.csv'],
  dryRunCsv: 'Dry run (CSV)…',
  reportHtml: COMMAND_LABELS['report.html'],
  dryRunHtml: 'Dry run for approval (HTML)…',
  againFailed: (rows: number) =>
    rows === 0 ? COMMAND_LABELS['plan.again_failed'] : `Retry ${count(rows, 'row')}`,
  againConflicts: (rows: number) =>
    rows === 0 ? COMMAND_LABELS['plan.again_conflicts'] : `Retry ${count(rows, 'conflict')}`,
  againConflict: 'Retry with the current values',
  againSelected: (rows: number) => (rows === 1 ? 'Retry this row' : `Retry ${count(rows, 'row')}`),
  tools: 'Commands',
} as const;
