import { count } from './text.ts';

/** Words of what the system shows rather than the window: menus, dialogs, notifications. */

export const APP_NAME = 'Patchsheet';
export const notStartedText = (why: string): string => `Patchsheet could not start: ${why}`;
export const DEFECT_TEXT = 'Something went wrong inside Patchsheet. What was recorded so far is safe.';
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

/** Said where a run waits for a person who is looking at something else. */
export const RUN_WAITS = { title: 'The run waits for you' } as const;

/** The native menu besides the commands in it. `&` stands before the letter that opens a menu with Alt. */
export const MENU = {
  file: '&File',
  edit: '&Edit',
  sheet: '&Sheet',
  view: '&View',
  help: '&Help',
  report: 'Report',
  recent: 'Open recent',
  noRecent: 'No files yet',
  clearRecent: 'Clear this list',
} as const;
