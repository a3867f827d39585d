import { parse } from 'node:path';
import type { ReportKind } from '../core/report-kind.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { summaryText } from '../core/summary-text.ts';
import { REPORT_NAMES } from '../core/words/host.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type Result as Reported, reportSource, reportText } from '../services/report-text.ts';
import { systemTimeZone } from '../services/system-time-zone.ts';
import type { PlanEntry } from './plan-entry.ts';
import { withoutStale } from './without-stale.ts';

const ENDINGS: { readonly [kind in ReportKind]: string } = {
  csv: 'csv',
  failed: 'csv',
  json: 'json',
  html: 'html',
};

/** What the sheet's file is called, and what this is. */
export const reportName = ({ plan, run }: PlanEntry, kind: ReportKind): string => {
  const what = run ? REPORT_NAMES.afterRun[kind] : REPORT_NAMES.beforeRun[kind];
  return `${parse(plan.fileName).name} ${what}.${ENDINGS[kind]}`;
};

/** The dry run as it would be applied now, or the run as far as it has come. */
function reported(entry: PlanEntry): Reported {
  const plan = entry.run ? entry.applied : withoutStale(entry);
  return { plan, run: entry.run?.state, rows: entry.reportRows(), warnings: entry.summary.warnings };
}

export const summaryOf = (entry: PlanEntry): string =>
  summaryText(reportSource(reported(entry), systemTimeZone()));

export async function writeReport(
  entry: PlanEntry,
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> {
  try {
    await writeFileAtomically(path, reportText(kind, entry.edited, reported(entry), systemTimeZone()));
    return ok({});
  } catch (error) {
    return err(refused('report_not_written', { path, why: (error as Error).message }));
  }
}
