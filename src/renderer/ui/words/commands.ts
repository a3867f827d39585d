import { count, number } from '../../../core/words/text.ts';
import { START } from './start.ts';

export const COMMANDS = {
  import: 'Import…',
  importOptions: 'Import options…',
  sample: START.sampleButton,
  close: 'Close sheet',
  mapping: 'Mapping',
  dryRun: 'Dry run',
  dryRunAgain: (rows: number | undefined) =>
    rows === undefined ? 'Dry run again' : `Dry run again (${count(rows, 'row')})`,
  dryRunOfFew: (time: string) =>
    `Reads only what is needed: rows edited since and rows that could not be planned. The others are known from ${time}.`,
  dryRunAnew: 'Dry run of all rows anew',
  leaveOutOfPlan: (rows: number) =>
    rows > 1 ? `Leave ${count(rows, 'row')} out of this plan` : 'Leave row out of this plan',
  takeIntoPlan: (rows: number) =>
    rows > 1 ? `Take ${count(rows, 'row')} back into this plan` : 'Take row back into this plan',
  aboutPlanRows: 'About this plan alone: the sheet keeps the row, and the next dry run has it again.',
  cancelDryRun: 'Cancel dry run',
  apply: (customers: number) => (customers === 0 ? 'Apply…' : `Apply ${number(customers)}…`),
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopNow: 'Stop now',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find',
  replace: 'Find and replace',
  findNext: 'Find next',
  findPrevious: 'Find previous',
  filter: 'Filter rows',
  findings: 'Findings',
  nextError: 'Next error',
  nextWarning: 'Next warning',
  nextChange: 'Next change',
  previousChange: 'Previous change',
  report: 'Report',
  reportCsv: 'Report of all rows (CSV)…',
  dryRunCsv: 'Dry run (CSV)…',
  reportHtml: 'Report to print (HTML)…',
  dryRunHtml: 'Dry run for approval (HTML)…',
  reportFailed: 'Failed rows only, to import again (CSV)…',
  reportJson: 'Everything, for machines (JSON)…',
  copySummary: 'Copy summary',
  showReport: 'Show the last report in its folder',
  nextPane: 'Next part of the window',
  previousPane: 'Previous part of the window',
  inspector: 'Row details',
  summary: 'Summary',
  sortByState: 'Sort by status, problems first',
  unsort: 'Order of the file',
  connections: 'Connections…',
  history: 'History',
  againFailed: (rows: number) =>
    rows === 0 ? 'Plan failed rows again' : `Plan ${number(rows)} failed again`,
  againConflicts: (rows: number) =>
    rows === 0
      ? 'Plan conflicts again'
      : `Plan ${number(rows)} ${rows === 1 ? 'conflict' : 'conflicts'} again`,
  againConflict: 'Plan this row again with the current values',
  againSelected: (rows: number) => (rows === 1 ? 'Plan this row again' : `Plan ${count(rows, 'row')} again`),
  tools: 'Commands',
} as const;
