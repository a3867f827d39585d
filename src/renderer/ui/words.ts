import type { ColumnRole } from '../../core/mapping.ts';
import type { Mode } from '../../core/plan.ts';
import { FRESHNESS_MS, MOST_ROWS_READ_EACH, PILOT_ROWS } from '../../core/run-settings.ts';
import { fieldLabel } from '../../core/words/fields.ts';
import { STATE_LABELS } from '../../core/words/states.ts';
import { count, list, number, quoted } from '../../core/words/text.ts';
import { quotedValue } from '../../core/words/values.ts';
import type { Tab } from '../model/workspace-model.ts';
import { duration } from './formats.ts';

/** All words of the window that core does not already have. Written for somebody who lives in Excel. */

export const APP_NAME = 'Patchsheet';

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tabLabel = (tab: Tab): string => {
  if (tab === 'all') return 'All';
  if (tab === 'errors') return 'Errors';
  if (tab === 'warnings') return 'Warnings';
  return capitalized(STATE_LABELS[tab]);
};

export const fieldTitle = (field: string): string => capitalized(fieldLabel(field));

export const START = {
  title: 'Correct many customers at once',
  lead: 'Open a spreadsheet of corrections, see what each customer has now and would have, then apply it.',
  drop: 'Drop a CSV file here',
  paste: (keys: string) => `Copied cells in Excel? Press ${keys} to paste them here.`,
  sampleTitle: 'Try it without risk',
  sample:
    'Open the sample sheet with the practice server: invented customers on this computer, no key needed.',
  sampleButton: 'Open the sample',
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
  reading: 'Reading the file',
  unusable: 'This file can’t be used',
  dropNow: 'Drop the file to import it',
  dropNowHint: 'CSV or any text table. For an Excel workbook, save it as “CSV UTF-8” first.',
} as const;

export const SHEET = {
  empty: {
    title: 'No rows here',
    lead: (search: string) =>
      search === '' ? 'No row is in this list now.' : `No cell of these rows holds ${quoted(search)}.`,
    clear: 'Show all rows',
  },
  search: 'Search all cells',
  searchClear: 'Clear the search',
  states: 'Rows by state',
  grid: 'Rows of the sheet',
  sorted: { ascending: ', sorted ascending', descending: ', sorted descending' },
  line: 'Line',
  status: 'Status',
  change: (before: string | undefined, after: string) =>
    before === undefined
      ? `To be ${quotedValue(after)}.`
      : `From ${quotedValue(before)} to ${quotedValue(after)}.`,
  changedFrom: (before: string) =>
    before === '' ? 'Was blank in the file.' : `Was ${quoted(before)} in the file.`,
  empty_value: 'empty',
  none: '–',
  clearToken: 'clear',
  notYet: '…',
  roleHint: (role: ColumnRole): string => {
    switch (role.kind) {
      case 'key':
        return fieldLabel(role.by === 'id' ? 'customer_id' : 'email');
      case 'write':
        return fieldLabel(role.field);
      case 'check':
        return `must match ${fieldLabel(role.field)}`;
      case 'reference':
        return 'not sent';
    }
  },
  findings: 'About this file',
  dismiss: 'Dismiss',
  readAs: (encoding: string, delimiter: string, rows: number) =>
    `Read as ${encoding}, separated by ${delimiter}: ${count(rows, 'row')}.`,
  encoding: 'Encoding',
  delimiter: 'Separated by',
  automatic: 'Automatic',
} as const;

export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const;

export const DELIMITER_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

export const INSPECTOR = {
  title: 'Row details',
  none: 'Select a row to see its findings, its changes, and the request that will be sent.',
  plan: 'Dry run',
  run: 'This run',
  planned: (customers: number, name: string) =>
    `${count(customers, 'customer')} of “${name}” would be changed. Nothing was written.`,
  lookAt: 'Worth a look',
  close: 'Unselect the row',
  line: (line: number) => `Line ${number(line)}`,
  findings: 'Findings',
  changes: 'Changes',
  field: 'Field',
  before: 'Before',
  after: 'After',
  seen: 'Seen',
  request: 'Request',
  attempts: 'Requests sent',
  requestId: (id: string) => `Request ID ${id}`,
  copy: 'Copy',
  copied: 'Copied',
  exclude: 'Leave this row out',
  include: 'Take this row back in',
  use: 'Use',
  meaning: 'All cells like this:',
  meanings: { text: 'This text', clear: 'Clear', keep: 'Keep' },
  customer: 'Customer',
  resize: 'Width of the row details',
  calm: 'Nothing to report about this row.',
} as const;

export const MAPPING = {
  title: 'Mapping',
  lead: 'What each column is for. Only columns set to “Write” are ever sent.',
  column: 'Column',
  samples: 'First values',
  use: 'Used as',
  field: 'Field',
  proposed: 'proposed',
  needed: 'needs an answer',
  noSamples: 'all blank',
  done: 'Done',
  roles: { key: 'Key', write: 'Write', check: 'Check', reference: 'Reference' },
  roleHints: {
    key: 'Finds the customer',
    write: 'Is written to the customer',
    check: 'Must equal what the customer has',
    reference: 'Kept and reported, never sent',
  },
  keyBy: { id: 'Customer id', email: 'E-mail' },
  groups: {
    customer: 'Customer',
    billing_address: 'Billing address',
    shipping_address: 'Shipping address',
    metadata: 'Metadata',
  },
  metadata: 'Metadata key…',
  metadataKey: 'Metadata key',
  export: 'This looks like a whole export.',
  exportWhy:
    'Writing every column back would undo what others changed since it was made, so no column is written by itself. A column becomes “Write” when you correct a cell of it, or when you choose so here.',
  blankTitle: (address: string) => `Blank cells of the ${fieldLabel(address)}`,
  blankLead: (rows: number) =>
    `${count(rows, 'row')} ${rows === 1 ? 'fills' : 'fill'} in some parts of the address and ${rows === 1 ? 'leaves' : 'leave'} others blank. What do the blank parts mean?`,
  blank: {
    keep: {
      title: 'Keep the old part',
      example: 'A corrected postal code: street and city stay as they are.',
    },
    clear: {
      title: 'Clear the rest',
      example: 'A move: the old “Suite 400” must not stay on the new address.',
    },
  },
  copy: 'Also make the shipping address the same as the new billing address',
  copyHint: 'In rows that edit the billing address.',
  nothing: 'Nothing will be written yet.',
  parts: (address: string, parts: number) => `${fieldLabel(address)} (${count(parts, 'part')})`,
  summary: (things: readonly string[]) => `Will write ${list(things)}.`,
} as const;

export const APPLY = {
  title: (customers: number) => `Apply changes to ${count(customers, 'customer')}`,
  time: (ms: number) =>
    `Takes ${ms < 60_000 ? '' : 'about '}${duration(ms)} at the rate Atlas allows. You can pause or stop at any time.`,
  safety: (customers: number) =>
    `Each customer is read again ${customers <= MOST_ROWS_READ_EACH ? 'just' : `at most ${duration(FRESHNESS_MS)}`} before it is written. Where somebody changed the same values since the dry run, nothing is written.`,
  pilot: `The first ${number(PILOT_ROWS)} are written, then the run pauses so that you can look at them.`,
  changes: 'What changes',
  clears: (clears: number) => (clears === 1 ? '1 cleared' : `${number(clears)} cleared`),
  left: 'Left alone',
  liveTitle: 'This changes real customers.',
  liveLead: 'Check that these are the customers you mean:',
  warnings: 'Warnings to acknowledge',
  acknowledge: (rows: number) => count(rows, 'row'),
  type: (customers: number) => `Type the number of customers, ${number(customers)}, to confirm`,
  typeMissing: 'The number does not match.',
  cancel: 'Cancel',
  apply: (customers: number) => `Apply to ${count(customers, 'customer')}`,
  connection: 'Connection',
  madeAt: (time: string) => `Dry run of ${time}`,
  noReading: 'This key can’t read customers: what they have now is not known and can’t be compared.',
  stale: (rows: number) =>
    `${count(rows, 'row')} edited since the dry run ${rows === 1 ? 'is' : 'are'} left out.`,
} as const;

export const CONNECTION = {
  title: 'Connections',
  lead: 'Where customers are read and changed. The key decides whether it is TEST or LIVE.',
  none: 'No connection',
  use: 'Use',
  used: 'In use',
  remove: (name: string) => `Remove ${name}`,
  key: (lastFour: string) => `key …${lastFour}`,
  practice: 'Practice server',
  practiceHint: 'Invented customers on this computer. Nothing leaves it.',
  add: 'Add a connection',
  name: 'Name',
  nameExample: 'Acme Billing',
  url: 'Address of Atlas',
  secret: 'Secret key',
  secretHint: 'Kept encrypted on this computer. Only its last four characters are shown again.',
  secretNotKept: 'Keys can’t be encrypted on this computer: this one is forgotten when the app closes.',
  forgotten: 'until the app closes',
  standIn: 'This Electron is an older stand-in: live keys are refused except for this computer.',
  submit: 'Add and use',
  close: 'Close',
  describe: (mode: Mode, name: string, lastFour: string) => `${mode}: ${name}, key ending in ${lastFour}`,
} as const;

const PAUSED: { readonly [reason: string]: string } = {
  person: 'Paused.',
  no_connection:
    'Waiting: Atlas can’t be reached. Nothing is lost; the run goes on by itself when the network is back.',
  long_rate_limit: 'Paused: Atlas asks for a break of more than ten minutes.',
  budget_spent: 'Paused: too many requests had to be sent again. Look at the failed rows before going on.',
  too_many_failures:
    'Paused: more than a fifth of the last 50 rows did not go well. Look at them before going on.',
  pilot_done: 'Paused: the first rows are written. Look at them before going on with the rest.',
  long_absence:
    'Paused: this computer or its network was away for over 15 minutes. Go on only if the changes are still meant.',
};

const ENDED: { readonly [how: string]: string } = {
  completed: 'Done',
  stopped: 'Stopped',
  aborted: 'Aborted',
  failed: 'Ended early',
};

export const STATUS = {
  rows: (rows: number) => count(rows, 'row'),
  shown: (shown: number, all: number) => `${number(shown)} of ${count(all, 'row')}`,
  validating: 'Checking every row',
  planning: 'Dry run: reading customers',
  planned: (time: string) => `Dry run of ${time}`,
  running: 'Applying',
  stopping: 'Stopping: waiting for what was already sent',
  of: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  perMinute: (rate: number) => `${number(Math.round(rate))} a minute`,
  left: (ms: number) => `${duration(ms)} left`,
  saved: (time: string) => `Saved ${time}`,
  paused: (reason: string) => PAUSED[reason] ?? 'Paused.',
  ended: (how: string) => ENDED[how] ?? 'Ended',
  goOn: START.goOn,
  reportSaved: 'Report saved',
  showReport: 'Show in folder',
} as const;

export const COMMANDS = {
  import: 'Import…',
  sample: START.sampleButton,
  close: 'Close sheet',
  mapping: 'Mapping',
  dryRun: 'Dry run',
  dryRunAgain: 'Dry run again',
  cancelDryRun: 'Cancel dry run',
  apply: (customers: number) => (customers === 0 ? 'Apply…' : `Apply ${number(customers)}…`),
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopNow: 'Stop now',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find',
  nextError: 'Next error',
  exclude: 'Leave out row',
  include: 'Take row back in',
  report: 'Report',
  reportCsv: 'Report of all rows (CSV)…',
  reportFailed: 'Failed rows only, to import again (CSV)…',
  reportJson: 'Everything, for machines (JSON)…',
  showReport: 'Show the last report in its folder',
  inspector: 'Row details',
  connections: 'Connections…',
  tools: 'Commands',
} as const;

export const NOTICE = { dismiss: 'Dismiss' } as const;
