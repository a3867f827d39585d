import type { HistoryEntry, KeepDays } from '../../../contract/history-schemas.ts';
import { count, number } from '../../../core/words/text.ts';

export const HISTORY = {
  title: 'History',
  lead: 'Runs and dry runs on this computer. Nothing here is changed by looking at it.',
  search: 'Search the history',
  searchHint: 'File, person, reason, status…',
  list: 'Runs and dry runs',
  reading: 'Reading the history…',
  empty: 'Nothing here yet',
  emptyHint: 'Each dry run and each run is kept here, with every row as it was.',
  notFound: 'Nothing found',
  notFoundHint: (search: string) => `No run or dry run holds “${search}”.`,
  more: (listed: number, total: number) =>
    `The newest ${number(listed)} of ${number(total)}. Search to find the others.`,
  kinds: {
    run: 'Run',
    dry_run: 'Dry run',
    undo: 'Undo of a run',
    undo_dry_run: 'Dry run of an undo',
    damaged: 'Run',
  },
  notBegun: 'Not begun',
  on: 'Going on',
  takenBack: 'taken back',
  left: (left: number) => `${count(left, 'row')} left`,
  damaged: 'Can’t be read',
  when: 'When',
  who: 'Who',
  connection: 'Connection',
  key: (lastFour: string) => `key …${lastFour}`,
  reason: 'Reason',
  duration: 'Took',
  hash: 'Plan',
  standing: 'How it ended',
  undone: (when: string) => `Taken back by a run of ${when}.`,
  rows: 'Rows as they were',
  readingRows: 'Reading the rows…',
  searchRows: 'Search these rows',
  noRows: 'No row like that.',
  rowsNotKept: 'This sheet was too large for its rows to be kept. Make the dry run again to see them.',
  rowColumns: {
    line: 'Line',
    status: 'Status',
    customer: 'Customer',
    changes: 'Changes',
    message: 'Message',
  },
  all: 'All',
  page: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
  previous: 'Previous rows',
  next: 'Next rows',
  actions: 'What can be done with it',
  reportCsv: 'Report…',
  reportFailed: 'Failed rows…',
  reportHtml: 'To print…',
  reportJson: 'JSON…',
  saved: (path: string) => `Saved as ${path}`,
  showReport: 'Show in folder',
  noSheet: 'The sheet is no longer here, so a report begins with the customer and the new values.',
  undo: 'Take back…',
  goOn: 'Go on…',
  openSheet: 'Open sheet',
  delete: 'Delete…',
  busy: 'While a dry run or a run is on, only looking and reports are possible.',
  practiceGone: 'The practice server of this run is gone, and its invented customers with it.',
  deleteQuestion: (entry: HistoryEntry) =>
    entry.kind === 'dry_run' ? 'Delete this dry run?' : 'Delete all data of this run?',
  deleteLead: (entry: HistoryEntry) => {
    if (entry.kind === 'dry_run') return 'Its plan is removed from this computer for good.';
    const left = entry.kind === 'run' && entry.left > 0 ? ' It can’t be resumed any more.' : '';
    return `Its plan and journal are removed from this computer for good: it can’t be reported or taken back any more.${left} What it wrote stays as it is.`;
  },
  deleteNow: 'Delete for good',
  keep: 'Keep it',
  keepFor: 'Keep runs, dry runs and sheets',
  keepHint:
    'Older ones are deleted when Patchsheet starts: sheets once nobody opened them for so long. Runs that can still be resumed always stay, and so does the sheet of whatever is kept.',
  close: 'Close',
} as const;

const KEEP: { readonly [days in KeepDays]: string } = {
  for_ever: 'forever',
  365: 'for a year',
  90: 'for 90 days',
  30: 'for 30 days',
};

export const keepText = (days: KeepDays): string => KEEP[days];

export function kindText(entry: HistoryEntry): string {
  if (entry.kind === 'damaged') return HISTORY.kinds.damaged;
  if (entry.isUndo) return entry.kind === 'run' ? HISTORY.kinds.undo : HISTORY.kinds.undo_dry_run;
  return HISTORY.kinds[entry.kind];
}

/** Beside an undo's sheet. */
export const UNDO = {
  strip: 'Undo',
  lead: (name: string) =>
    `${name}: each cell goes back to what it was before that run. Leave rows out to keep what the run wrote.`,
  meanwhile: 'What Atlas did meanwhile with the values of the run (invoices, e-mails) is not taken back.',
} as const;
