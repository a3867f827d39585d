import { updatesOf } from './plan.ts';
import type { ReportSource } from './report-source.ts';
import { freshnessText, PRINTED } from './words/printed-report.ts';
import { runEndText } from './words/run.ts';
import { count } from './words/text.ts';
import { momentText } from './words/times.ts';

type Fact = readonly [label: string, value: string];

/** What is true of the report as a whole, in lines: whom it is about, when and by whom. */
export function reportFacts({ plan, run, rows, timeZone }: ReportSource): readonly Fact[] {
  const { name, baseUrl, mode, keyLastFour } = run?.start?.connection ?? plan.connection;
  const when = (iso: string): string => momentText(iso, timeZone);
  const facts: Fact[] = [
    [PRINTED.connection, `${name} · ${baseUrl}`],
    [PRINTED.key, PRINTED.keyText(mode, keyLastFour)],
    [PRINTED.madeAt, when(plan.createdAt)],
  ];
  if (plan.undoes !== undefined) facts.push([PRINTED.undoes, plan.undoes]);
  if (run) facts.push(...runFacts(run, when));
  const updates = updatesOf(plan).length;
  const total = count(rows.length, 'row');
  facts.push([PRINTED.rows, run ? total : `${total}; ${PRINTED.customers(updates)}`]);
  return facts;
}

function runFacts(run: NonNullable<ReportSource['run']>, when: (iso: string) => string): readonly Fact[] {
  const { start, end } = run;
  const facts: Fact[] = [
    [PRINTED.run, run.runId],
    [PRINTED.started, when(run.startedAt)],
    [PRINTED.ended, end ? `${when(end.at)}. ${runEndText({ end })}` : PRINTED.notEnded],
  ];
  if (!start) return facts;
  facts.push([PRINTED.by, PRINTED.startedBy(start.operator, start.machine)]);
  if (start.reason !== undefined) facts.push([PRINTED.reason, start.reason]);
  facts.push([PRINTED.freshness, freshnessText(start.settings.freshness)]);
  facts.push([PRINTED.version, start.appVersion]);
  return facts;
}

export function reportTitle({ plan, run }: ReportSource): string {
  if (plan.undoes !== undefined) return run ? PRINTED.undoRunTitle : PRINTED.undoTitle;
  return run ? PRINTED.runTitle : PRINTED.dryRunTitle;
}
