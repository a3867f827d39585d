import { count, number } from '../../../core/words/text.ts';

export const START = {
  title: 'Correct many customers at once',
  lead: 'Open a spreadsheet of corrections, see what each customer has now and would have, then apply it.',
  drop: 'Drop a CSV file here',
  paste: (keys: string) => `Copied cells in Excel? Press ${keys} to paste them here.`,
  sampleTitle: 'Try it without risk',
  sample:
    'Open the sample sheet with the practice server: invented customers on this computer, no key needed.',
  sessions: 'Continue where you left off',
  edits: (edits: number) => (edits === 0 ? 'no edits' : count(edits, 'edit')),
  open: 'Open',
  discard: 'Discard',
  discardOf: (file: string) => `Discard ${file}`,
  openOf: (file: string) => `Open ${file}`,
  unfinished: 'Interrupted runs',
  unfinishedLead: 'Nothing is sent until you go on. What may have been written is looked up first.',
  unfinishedRows: (total: number, left: number, inDoubt: number) =>
    `${number(total - left)} of ${count(total, 'row')} ended${inDoubt === 0 ? '' : `, ${number(inDoubt)} to look up`}`,
  goOn: 'Go on',
  goOnWith: (file: string) => `Go on with the run of ${file}`,
  recent: 'Recent files',
  openedAt: (time: string) => `Opened ${time}`,
  missing: 'This file is no longer there.',
  forget: 'Remove',
  forgetOf: (file: string) => `Remove ${file} from the list`,
  clearRecent: 'Clear list',
  reading: 'Reading the file',
  unusable: 'This file can’t be used',
  dropNow: 'Drop the file to import it',
  dropNowHint: 'CSV or any text table. For an Excel workbook, save it as “CSV UTF-8” first.',
} as const;
