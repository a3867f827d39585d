import type { JsonValue } from '../json.ts';
import type { PlannedRow } from '../plan.ts';
import type { ReportField, ReportRow } from '../report.ts';
import type { Snapshot } from '../snapshot.ts';
import { fieldLabel } from '../words/fields.ts';
import { PRINTED } from '../words/printed-report.ts';
import { valueText } from '../words/values.ts';
import { html, type Markup } from './markup.ts';

/** A row of the report with what was planned for it. */
export interface ListedRow {
  readonly row: ReportRow;
  readonly planned: PlannedRow;
}

/** Who a customer is, as people know them, with the id below. */
export function customerCell({ row, planned }: ListedRow): Markup {
  const name = planned.action === 'update' ? nameOf(planned.snapshot) : '';
  const id = planned.action === 'not_found' ? planned.key.text : row.customerId;
  return html`<span class="who v">${name}</span><span class="id v">${id}</span>`;
}

function nameOf(snapshot: Snapshot | null): string {
  const { name, email } = snapshot?.customer ?? {};
  return valueText(name) || valueText(email);
}

export const lineCell = (line: number, rows: number): Markup =>
  html`<th scope="rowgroup" class="n" rowspan="${rows}">${line}</th>`;

const empty: Markup = html`<span class="none">${PRINTED.empty}</span>`;
const cleared: Markup = html`<span class="cleared">${PRINTED.cleared}</span>`;
const unseen: Markup = html`<span class="none">${PRINTED.notSeen}</span>`;

const isEmpty = (value: JsonValue | undefined): boolean => valueText(value) === '';

const old = (value: JsonValue): Markup =>
  isEmpty(value) ? empty : html`<span class="v was">${valueText(value)}</span>`;
const wanted = (value: JsonValue): Markup =>
  isEmpty(value) ? cleared : html`<span class="v new">${valueText(value)}</span>`;

function seen(field: ReportField): Markup {
  if (!('after' in field)) return unseen;
  return isEmpty(field.after) ? empty : html`<span class="v">${valueText(field.after)}</span>`;
}

/** One field of a customer: before and after and, once there was a run, what Atlas showed at the end. */
export const fieldCells = (field: ReportField, withSeen: boolean): Markup =>
  html`<td>${fieldLabel(field.field)}</td><td>${old(field.before)}</td><td>${wanted(field.sent)}</td>${withSeen ? html`<td>${seen(field)}</td>` : ''}`;
