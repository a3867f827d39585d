import { count } from './text.ts';

/** Words of what the system shows rather than the window: menus, dialogs, notifications. */

export const APP_NAME = 'Patchsheet';
export const notStartedText = (why: string): string => `Patchsheet could not start: ${why}`;
export const PRACTICE_NAME = 'Practice server';

export const DIALOGS = {
  chooseSheet: 'Import a sheet',
  sheets: 'Sheets (CSV, TSV, text)',
  allFiles: 'All files',
  saveReport: 'Save the report',
  csv: 'CSV file',
  json: 'JSON file',
  html: 'Web page, to print',
} as const;

/** What the files of a sheet are called, after its own name. */
export const REPORT_NAMES = {
  beforeRun: { csv: 'dry run', failed: 'failed rows', json: 'dry run', html: 'dry run for approval' },
  afterRun: { csv: 'report', failed: 'failed rows', json: 'report', html: 'report' },
} as const;

export const CLOSING = {
  title: 'A run is on',
  message: (left: number): string =>
    `${count(left, 'row')} of the run ${left === 1 ? 'has' : 'have'} not ended yet.`,
  detail:
    'Stopping finishes the rows under way; the rest is not attempted. What happened so far is kept in the run’s journal.',
  stay: 'Keep running',
  stopAndClose: 'Stop and close',
} as const;

export const RUN_ENDED = {
  title: 'The run has ended',
  body: (ended: number): string => `${count(ended, 'row')} ended. The report can be saved now.`,
} as const;

export const MENU = {
  file: '&File',
  import: 'Import…',
  importOptions: 'Import options…',
  sample: 'Open the sample sheet',
  closeSheet: 'Close sheet',
  reports: 'Report',
  reportCsv: 'Save as CSV…',
  reportHtml: 'Save to print, or for approval (HTML)…',
  reportFailed: 'Save failed rows…',
  reportJson: 'Save as JSON…',
  reportCopy: 'Copy summary',
  reportShow: 'Show in folder',
  connections: 'Connections…',
  settings: 'Settings…',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find…',
  replace: 'Find and replace…',
  findNext: 'Find next',
  findPrevious: 'Find previous',
  filter: 'Filter rows…',
  findings: 'Findings by kind',
  nextError: 'Next error',
  excludeRow: 'Leave row out or put it back',
  sheet: '&Sheet',
  mapping: 'Mapping…',
  dryRun: 'Dry run',
  cancelDryRun: 'Cancel dry run',
  againFailed: 'Plan failed rows again',
  againConflicts: 'Plan conflicts again',
  againSelected: 'Plan the selected rows again',
  apply: 'Apply…',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  abort: 'Stop at once',
  view: '&View',
  history: 'History…',
  inspector: 'Inspector',
  help: '&Help',
} as const;
