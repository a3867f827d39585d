import { reportFacts, reportTitle } from '../report-facts.ts';
import type { ReportSource } from '../report-source.ts';
import { shortHash } from '../words/own-files.ts';
import { PRINTED } from '../words/printed-report.ts';
import { html, type Markup } from './markup.ts';

/** The head of the first page: what it is, of which file, for whom, and the hash that stands for all of it. */
export function head(source: ReportSource): Markup {
  const { plan } = source;
  const { mode } = plan.connection;
  const facts = reportFacts(source).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`);
  return html`<header class="top"><div><h1>${reportTitle(source)}</h1><p class="file">${plan.fileName}</p></div>
<div class="mode ${mode === 'LIVE' ? 'live' : 'test'}">${mode}</div></header>
<dl class="facts">${facts}<dt>${PRINTED.plan}</dt><dd>${hashOf(plan.hash)}<br><small class="quiet">${PRINTED.hashHint}</small></dd></dl>
`;
}

/** The part that is typed when a plan is applied stands out. */
const hashOf = (hash: string): Markup => {
  const short = shortHash(hash);
  return html`<code><b>${short}</b>${hash.slice(short.length)}</code>`;
};

/** What the page is about, again on every page: sheets of paper get lost and mixed up. */
export const aboutLine = ({ plan }: ReportSource): string =>
  `${plan.fileName} · ${plan.connection.mode} · ${plan.connection.name} · ${PRINTED.planIs(shortHash(plan.hash))}`;
