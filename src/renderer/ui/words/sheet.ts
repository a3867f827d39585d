import type { ColumnRole } from '../../../core/mapping.ts';
import { ALL_STATES, ROW_STATES } from '../../../core/row-state.ts';
import { fieldLabel } from '../../../core/words/fields.ts';
import { STATE_LABELS } from '../../../core/words/states.ts';
import { count, list, number, quoted } from '../../../core/words/text.ts';
import { quotedValue } from '../../../core/words/values.ts';
import type { RunEntry } from '../../model/run-history.ts';

/** `Applied on Nov 29, 5:49 PM: 58 applied, 3 conflict. …` */
export function lastRunText({ counts, undoneAt }: RunEntry, when: string): string {
  const states = ALL_STATES.filter((state) => ROW_STATES[state].stage === 'run' && (counts[state] ?? 0) > 0);
  const rows = states.map((state) => `${number(counts[state] ?? 0)} ${STATE_LABELS[state]}`);
  const undone = undoneAt === null ? '' : ' It was taken back later.';
  return `This sheet was last applied on ${when}: ${list(rows)}.${undone} A dry run reads what the customers have now.`;
}

export const SHEET = {
  empty: {
    title: 'No rows here',
    lead: (search: string) =>
      search === '' ? 'No row is in this list now.' : `No cell of these rows holds ${quoted(search)}.`,
    clear: 'Show all rows',
  },
  search: 'Filter rows',
  searchHint: 'Shows only rows of which a cell holds this text',
  searchClear: 'Clear the filter',
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
  lastRun: 'Last run of this sheet',
  showLastRun: 'Show that run',
  findings: 'About this file',
  moreFindings: (findings: number) =>
    `${count(findings, 'more finding')} about the file in the import options.`,
  dismiss: 'Dismiss',
  readAs: (encoding: string, delimiter: string, rows: number) =>
    `Read as ${encoding}, separated by ${delimiter}: ${count(rows, 'row')}.`,
} as const;
