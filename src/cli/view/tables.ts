import { styleText } from 'node:util';
import Table from 'cli-table3';
import type { ReportField, ReportRow } from '../../core/report.ts';
import { ROW_STATES, type RowState, type Tone } from '../../core/row-state.ts';
import { stateTotals } from '../../core/state-totals.ts';
import { fieldLabel } from '../../core/words/fields.ts';
import { STATE_LABELS, STATE_MARKS } from '../../core/words/states.ts';
import { count, number } from '../../core/words/text.ts';
import { valueText } from '../../core/words/values.ts';

const COLOURS = {
  quiet: 'gray',
  change: 'cyan',
  good: 'green',
  attention: 'yellow',
  bad: 'red',
} as const satisfies {
  readonly [tone in Tone]: Parameters<typeof styleText>[0];
};

export const stateText = (state: RowState): string => {
  const { tone } = ROW_STATES[state];
  return styleText(COLOURS[tone], `${STATE_MARKS[tone]} ${STATE_LABELS[state]}`);
};

const LONGEST_VALUE = 60;

/** Control characters of a cell would move the terminal's cursor or change its colours. */
const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

export function shown(text: string, longest = LONGEST_VALUE): string {
  const plain = withoutControls(text);
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

const EMPTY = styleText('gray', '(empty)');
const valueShown = (value: ReportField['before']): string =>
  valueText(value) === '' ? EMPTY : shown(valueText(value));

/** Rows worth looking at: those that change and those that need somebody. Unchanged rows stay quiet. */
export const isWorthShowing = ({ state }: ReportRow): boolean => ROW_STATES[state].tone !== 'quiet';

/** Line, status, customer, and each field before → after, with what is to be said about the row. */
export function rowsTable(rows: readonly ReportRow[], most: number, width: number): string {
  const worth = rows.filter(isWorthShowing);
  if (worth.length === 0) return '';
  const listed = worth.slice(0, most);
  const fixed = { line: 7, status: 18, customer: 15 };
  const table = new Table({
    head: ['line', 'status', 'customer', 'what'].map((text) => styleText('bold', text)),
    style: { head: [], border: [], compact: true },
    colWidths: [fixed.line, fixed.status, fixed.customer, Math.max(40, width - 45)],
    colAligns: ['right', 'left', 'left', 'left'],
    wordWrap: true,
  });
  for (const row of listed) {
    const id = row.customerId === '' ? '' : `${row.customerId.slice(0, 12)}…`;
    table.push([String(row.line), stateText(row.state), shown(id), whatOf(row)]);
  }
  const hidden = worth.length - listed.length;
  const more = hidden > 0 ? `\n… and ${count(hidden, 'more row')} (--all lists every row)` : '';
  return `${table.toString()}${more}`;
}

function whatOf(row: ReportRow): string {
  const changes = row.fields.map(
    ({ field, before, sent }) => `${fieldLabel(field)}: ${valueShown(before)} → ${valueShown(sent)}`,
  );
  const messages =
    row.state === 'update' || row.state === 'applied' ? row.warnings : [row.message, ...row.warnings];
  return [...changes, ...messages.map(withoutControls)].join('\n');
}

/** `update 312 · unchanged 1,024`, in the order of the states. */
export function countsLine(rows: readonly ReportRow[]): string {
  const parts = stateTotals(rows).map(([state, total]) => `${stateText(state)} ${number(total)}`);
  return `${parts.join('   ')}   of ${count(rows.length, 'row')}`;
}
