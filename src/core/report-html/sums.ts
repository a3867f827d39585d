import { blastRadius } from '../blast-radius/blast-radius.ts';
import { fieldTotals } from '../blast-radius/field-totals.ts';
import { updatesOf } from '../plan.ts';
import type { ReportSource } from '../report-source.ts';
import { ROW_STATES, type RowState } from '../row-state.ts';
import { stateTotals } from '../state-totals.ts';
import { looksText } from '../words/blast-radius.ts';
import { fieldLabel } from '../words/fields.ts';
import { ACTION_MEANS, PRINTED } from '../words/printed-report.ts';
import { STATE_LABELS, STATE_MARKS } from '../words/states.ts';
import { number } from '../words/text.ts';
import { html, type Markup, NOTHING } from './markup.ts';

/** A state in words, with a mark and a colour that say no more than the word. */
export function stateName(state: RowState): Markup {
  const { tone } = ROW_STATES[state];
  return html`<span class="state tone-${tone}">${STATE_MARKS[tone]} ${STATE_LABELS[state]}</span>`;
}

/** Rows by state. They add up to all rows. */
export function stateSums({ rows, run }: ReportSource): Markup {
  const counts = stateTotals(rows);
  const lines = counts.map(
    ([state, total]) =>
      html`<tr><th scope="row">${stateName(state)}${run ? '' : meaningOf(state)}</th><td class="n">${number(total)}</td></tr>\n`,
  );
  return html`<h2>${run ? PRINTED.rowsByOutcome : PRINTED.rowsByState}</h2>
<table class="sums"><thead><tr><th scope="col">${PRINTED.status}</th><th scope="col" class="n">${PRINTED.rows}</th></tr></thead>
<tbody>${lines}</tbody>
<tfoot><tr><th scope="row">${PRINTED.total}</th><td class="n">${number(rows.length)}</td></tr></tfoot></table>
`;
}

const isAction = (state: RowState): state is keyof typeof ACTION_MEANS => Object.hasOwn(ACTION_MEANS, state);
const meaningOf = (state: RowState): string => (isAction(state) ? `: ${ACTION_MEANS[state]}` : '');

/** Fields with how many customers each is changed, and cleared, in. */
export function fieldSums({ plan, run }: ReportSource): Markup {
  const totals = fieldTotals(blastRadius(updatesOf(plan)));
  const title = run ? PRINTED.wantedChanges : PRINTED.changes;
  if (totals.length === 0) return NOTHING;
  const lines = totals.map(
    ({ field, changes, clears }) =>
      html`<tr><th scope="row">${fieldLabel(field)}</th><td class="n">${number(changes)}</td><td class="n">${clears === 0 ? '' : number(clears)}</td></tr>\n`,
  );
  return html`<h2>${title}</h2>
<table class="sums"><thead><tr><th scope="col">${PRINTED.field}</th><th scope="col" class="n">${PRINTED.customersHead}</th><th scope="col" class="n">${PRINTED.ofThemCleared}</th></tr></thead>
<tbody>${lines}</tbody></table>
`;
}

/** What deserves a second look, in sentences; what can't be undone among it. */
export function looks({ plan, warnings }: ReportSource): Markup {
  const said = looksText(blastRadius(updatesOf(plan)));
  const warned = warnings.map(
    ({ message, rows }) => html`<li>${message} <span class="quiet">(${PRINTED.ofRows(rows)})</span></li>\n`,
  );
  return html`<h2>${PRINTED.looks}</h2>
${said.length + warned.length === 0 ? html`<p>${PRINTED.nothingUnusual}</p>` : html`<ul>${said.map((text) => html`<li>${text}</li>\n`)}${warned}</ul>`}
<p class="quiet">${PRINTED.undoLimit}</p>
`;
}
