import { reportTitle } from '../report-facts.ts';
import type { ReportSource } from '../report-source.ts';
import { ROW_STATES } from '../row-state.ts';
import { PRINTED } from '../words/printed-report.ts';
import { head } from './head.ts';
import { listed, outcomeList } from './lists.ts';
import { page } from './page.ts';
import { fieldSums, stateSums } from './sums.ts';

/** A run on paper: how each row ended. Those that somebody has to look at come first. */
export function outcomePage(source: ReportSource): string {
  const rows = listed(source);
  const withTone = (...tones: readonly string[]) =>
    rows.filter(({ row }) => tones.includes(ROW_STATES[row.state].tone));
  return page(`${reportTitle(source)}: ${source.plan.fileName}`, [
    head(source),
    stateSums(source),
    fieldSums(source),
    outcomeList(source, PRINTED.attention, withTone('bad', 'attention')),
    outcomeList(source, PRINTED.waiting, withTone('change')),
    outcomeList(source, PRINTED.done, withTone('good')),
  ]);
}
