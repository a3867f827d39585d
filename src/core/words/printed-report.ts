import type { Mode, PlanAction } from '../plan.ts';
import type { Freshness } from '../run-settings.ts';
import { count, number } from './text.ts';
import { limitText } from './times.ts';

/** Words of the report that is printed, and of the summary that is copied. */
export const PRINTED = {
  dryRunTitle: 'Dry run for approval',
  undoTitle: 'Undo for approval',
  runTitle: 'Report of a run',
  undoRunTitle: 'Report of an undo',
  nothingWritten: 'Nothing was written. This is what would be sent if the plan is applied.',
  file: 'File',
  connection: 'Connection',
  key: 'Key',
  keyText: (mode: Mode, lastFour: string) => `${mode} key ending in …${lastFour}`,
  madeAt: 'Dry run made',
  undoes: 'Takes back the run',
  plan: 'Plan',
  hashHint:
    'The plan’s fingerprint: the same rows, customers and values have the same one. Its first eight characters are enough to name it when it is applied.',
  run: 'Run',
  started: 'Started',
  startedBy: (operator: string, machine: string) => `${operator} on ${machine}`,
  by: 'By',
  reason: 'Reason',
  ended: 'Ended',
  freshness: 'Freshness',
  notEnded: 'It had not ended when this was written.',
  version: 'Patchsheet',
  rows: 'Rows',
  status: 'Status',
  total: 'All rows',
  ofRows: (rows: number) => count(rows, 'row'),
  customers: (customers: number) =>
    customers === 1 ? '1 customer would be changed' : `${number(customers)} customers would be changed`,
  rowsByState: 'What becomes of the rows',
  rowsByOutcome: 'How the rows ended',
  changes: 'What changes',
  wantedChanges: 'What was to change',
  field: 'Field',
  customersHead: 'Customers',
  ofThemCleared: 'Of them cleared',
  looks: 'Look at this before you approve',
  nothingUnusual:
    'Nothing unusual: no field is cleared, no country, e-mail or payment method changes, and there are no warnings.',
  warnings: 'Warnings',
  clearedShort: (clears: number) => `${number(clears)} cleared`,
  clears: (clears: number) => `${count(clears, 'value is', 'values are')} cleared.`,
  countryMoves: (address: string, customers: number, moves: readonly string[]) =>
    `The country of the ${address} changes for ${count(customers, 'customer')}: ${moves.join(', ')}.`,
  sensitive: (label: string, customers: number) => `The ${label} of ${count(customers, 'customer')} changes.`,
  notUndoable: (label: string, changes: number, why: string) =>
    `${count(changes, 'change')} of the ${label} can’t be undone later: ${why}.`,
  undoLimit:
    'An undo puts values back. It does not recall what Atlas did with them meanwhile, such as invoices and e-mails.',
  approval: 'Approval',
  preparedBy: 'Prepared by',
  approvedBy: 'Approved by',
  signLine: 'Name, date, signature',
  notWritten: 'Rows that would not be written',
  notWrittenNote: 'They stay as they are, whatever is approved.',
  list: 'Every change, customer by customer',
  attention: 'Rows that need attention',
  done: 'Rows that are as wanted',
  waiting: 'Rows that had not ended',
  all: (rows: number) => `${count(rows, 'row')}, all of them listed.`,
  line: 'Line',
  customer: 'Customer',
  before: 'Now',
  after: 'Will be',
  was: 'Before',
  sent: 'Sent',
  seen: 'Seen after',
  state: 'Why',
  outcome: 'How it ended',
  empty: 'empty',
  cleared: 'cleared',
  notSeen: 'not seen',
  requestId: (id: string) => `request ${id}`,
  code: (code: string) => `code ${code}`,
  attempts: (attempts: number) => count(attempts, 'attempt'),
  planIs: (short: string) => `plan ${short}`,
} as const;

export const SUMMARY_COPIED = 'The summary is on the clipboard: paste it into a mail or a ticket.';

/** What a state of a row means for what is written, in the approval. */
export const ACTION_MEANS = {
  update: 'would be written',
  unchanged: 'already have the values',
  not_found: 'have no such customer',
  blocked: 'can’t be written safely',
  unread: 'could not be read',
  invalid: 'have errors',
  excluded: 'were left out',
} as const satisfies { readonly [action in PlanAction]: string };

/** How old what was read of a customer could be when it was written. */
export const freshnessText = (freshness: Freshness): string =>
  freshness.kind === 'each_attempt'
    ? 'Each customer was read again just before it was written.'
    : `Each customer was read at most ${limitText(freshness.ms)} before it was written. What somebody else changed inside that time may have been overwritten.`;
