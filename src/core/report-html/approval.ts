import { reportTitle } from '../report-facts.ts';
import type { ReportSource } from '../report-source.ts';
import { ROW_STATES } from '../row-state.ts';
import { PRINTED } from '../words/printed-report.ts';
import { head } from './head.ts';
import { changeList, listed, reasonList } from './lists.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';
import { fieldSums, looks, stateSums } from './sums.ts';

/**
 * A dry run on paper: what somebody approves who does not sit at the machine. What decides comes first and is signed
 * there; every change follows.
 */
export function approvalPage(source: ReportSource): string {
  const rows = listed(source);
  return page(`${reportTitle(source)}: ${source.plan.fileName}`, [
    head(source),
    html`<p class="note">${PRINTED.nothingWritten}</p>`,
    fieldSums(source),
    looks(source),
    stateSums(source),
    signatures,
    reasonList(
      source,
      rows.filter(({ row }) => isLeftBehind(row.state)),
    ),
    changeList(
      source,
      rows.filter(({ row }) => row.state === 'update'),
    ),
  ]);
}

/** Somebody wanted something of it, and it will not be done. */
const isLeftBehind = (state: keyof typeof ROW_STATES): boolean => {
  const { tone } = ROW_STATES[state];
  return tone === 'bad' || tone === 'attention';
};

const sign = (label: string): Markup =>
  html`<div class="who-signs"><strong>${label}</strong><div></div><small>${PRINTED.signLine}</small></div>`;

const signatures: Markup = html`<h2>${PRINTED.approval}</h2>
<div class="signs">${sign(PRINTED.preparedBy)}${sign(PRINTED.approvedBy)}</div>
`;
