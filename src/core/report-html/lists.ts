import type { ReportSource } from '../report-source.ts';
import { PRINTED } from '../words/printed-report.ts';
import { count } from '../words/text.ts';
import { customerCell, fieldCells, type ListedRow, lineCell } from './customer-rows.ts';
import { aboutLine } from './head.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { stateName } from './sums.ts';

/** Every row with its planned one, in the order of the sheet. */
export function listed({ plan, rows }: ReportSource): readonly ListedRow[] {
  const planned = new Map(plan.rows.map((one) => [one.row, one]));
  return rows.flatMap((row) => {
    const own = planned.get(row.row);
    return own ? [{ row, planned: own }] : [];
  });
}

/** A browser lays out and prints many tables of some hundred rows in less time than one of thirty thousand. */
const ROWS_IN_TABLE = 200;

const piecesOf = (rows: readonly ListedRow[]): readonly (readonly ListedRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_IN_TABLE) }, (_, piece) =>
    rows.slice(piece * ROWS_IN_TABLE, (piece + 1) * ROWS_IN_TABLE),
  );

/** Shares of the page's width, in percent. */
type Columns = readonly (readonly [label: string, width: number])[];

/** A table whose head comes again on every page and says there which report it is. */
function list(
  source: ReportSource,
  title: string,
  columns: Columns,
  rows: readonly ListedRow[],
  rowOf: (row: ListedRow) => Markup,
): Markup {
  if (rows.length === 0) return NOTHING;
  const widths = columns.map(([, width]) => html`<col style="width:${width}%">`);
  const heads = columns.map(
    ([label]) => html`<th scope="col"${label === PRINTED.line ? NUMBER : ''}>${label}</th>`,
  );
  const top = html`<colgroup>${widths}</colgroup>
<thead><tr class="about"><th colspan="${columns.length}">${aboutLine(source)}</th></tr><tr>${heads}</tr></thead>`;
  const tables = piecesOf(rows).map(
    (piece) => html`<div class="piece"><table class="rows">${top}
${piece.map(rowOf)}</table></div>
`,
  );
  return html`<h2>${title}</h2><p class="quiet">${PRINTED.all(rows.length)}</p>
${tables}`;
}

const NUMBER = html` class="n"`;

const CHANGE_COLUMNS: Columns = [
  [PRINTED.line, 7],
  [PRINTED.customer, 31],
  [PRINTED.field, 16],
  [PRINTED.before, 23],
  [PRINTED.after, 23],
];

/** Every change, customer by customer, before → after, with what is to be said about the row. */
export const changeList = (source: ReportSource, rows: readonly ListedRow[]): Markup =>
  list(source, PRINTED.list, CHANGE_COLUMNS, rows, (one) => {
    const { fields, warnings, line } = one.row;
    const said = warnings.map((text) => html`<span class="say">${text}</span>`);
    return group(
      fields.map((field) => fieldCells(field, false)),
      (height) => html`${lineCell(line, height)}<td rowspan="${height}">${customerCell(one)}${said}</td>`,
    );
  });

const REASON_COLUMNS: Columns = [
  [PRINTED.line, 8],
  [PRINTED.status, 17],
  [PRINTED.customer, 30],
  [PRINTED.state, 45],
];

/** Rows that nothing is written for, each with the reason. */
export const reasonList = (source: ReportSource, rows: readonly ListedRow[]): Markup =>
  list(source, PRINTED.notWritten, REASON_COLUMNS, rows, (one) => {
    const { line, state, message } = one.row;
    return html`<tbody><tr>${lineCell(line, 1)}<td>${stateName(state)}</td><td>${customerCell(one)}</td><td>${message}</td></tr></tbody>\n`;
  });

const OUTCOME_COLUMNS: Columns = [
  [PRINTED.line, 7],
  [PRINTED.outcome, 31],
  [PRINTED.field, 14],
  [PRINTED.was, 16],
  [PRINTED.sent, 16],
  [PRINTED.seen, 16],
];

/** How rows ended: in words, with what makes each findable in Atlas' own logs, and field by field. */
export const outcomeList = (source: ReportSource, title: string, rows: readonly ListedRow[]): Markup =>
  list(source, title, OUTCOME_COLUMNS, rows, (one) => {
    const { fields, line } = one.row;
    if (fields.length === 0)
      return html`<tbody><tr>${lineCell(line, 1)}<td colspan="5">${outcomeCell(one)}</td></tr></tbody>\n`;
    return group(
      fields.map((field) => fieldCells(field, true)),
      (height) => html`${lineCell(line, height)}<td rowspan="${height}">${outcomeCell(one)}</td>`,
    );
  });

function outcomeCell(one: ListedRow): Markup {
  const { state, message, warnings, code, requestId, attempts } = one.row;
  const trace = [
    ...(attempts === 0 ? [] : [count(attempts, 'attempt')]),
    ...(code === '' ? [] : [PRINTED.code(code)]),
    ...(requestId === '' ? [] : [PRINTED.requestId(requestId)]),
  ].join(' · ');
  // Of an applied row the word says all.
  const said = state === 'applied' ? warnings : [message, ...warnings];
  return html`${stateName(state)}${customerCell(one)}${said.map((text) => html`<span>${text} </span>`)}<span class="id">${trace}</span>`;
}

/** One customer's lines, which stay together on a page. */
function group(lines: readonly Markup[], first: (height: number) => Markup): Markup {
  const rows = lines.map((cells, index) => html`<tr>${index === 0 ? first(lines.length) : ''}${cells}</tr>`);
  return html`<tbody>${rows}</tbody>\n`;
}
