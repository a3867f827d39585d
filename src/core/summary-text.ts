import { blastRadius } from './blast-radius/blast-radius.ts';
import { fieldTotals } from './blast-radius/field-totals.ts';
import { updatesOf } from './plan.ts';
import { reportFacts, reportTitle } from './report-facts.ts';
import type { ReportSource } from './report-source.ts';
import { stateTotals } from './state-totals.ts';
import { looksText } from './words/blast-radius.ts';
import { fieldLabel } from './words/fields.ts';
import { PRINTED } from './words/printed-report.ts';
import { STATE_LABELS } from './words/states.ts';
import { number } from './words/text.ts';

/** A dry run or run in lines of text, for a mail or a ticket: its totals. */
export function summaryText(source: ReportSource): string {
  const { plan, rows, run, warnings } = source;
  const radius = blastRadius(updatesOf(plan));
  const states = stateTotals(rows).map(([state, total]) => `${STATE_LABELS[state]} ${number(total)}`);
  const fields = fieldTotals(radius).map(
    ({ field, changes, clears }) =>
      `  ${fieldLabel(field)}: ${number(changes)}${clears === 0 ? '' : ` (${PRINTED.clearedShort(clears)})`}`,
  );
  const looks = [
    ...looksText(radius),
    ...warnings.map(({ message, rows: warned }) => `${message} (${PRINTED.ofRows(warned)})`),
  ];
  return [
    `${reportTitle(source)}: ${plan.fileName}`,
    ...reportFacts(source).map(([label, value]) => `${label}: ${value}`),
    `${PRINTED.plan}: ${plan.hash}`,
    '',
    `${run ? PRINTED.rowsByOutcome : PRINTED.rowsByState}: ${states.join(', ')}`,
    ...(fields.length === 0 ? [] : [`${PRINTED.changes}:`, ...fields]),
    ...(run || looks.length === 0 ? [] : [`${PRINTED.looks}:`, ...looks.map((text) => `  ${text}`)]),
    '',
  ].join('\n');
}
