import { parse } from 'node:path';
import type { EditedSheet } from '../core/edited-sheet.ts';
import type { Plan } from '../core/plan.ts';
import type { ReportKind } from '../core/report-kind.ts';
import { err, ok, type Result } from '../core/result.ts';
import { summaryText } from '../core/summary-text.ts';
import { REPORT_NAMES } from '../core/words/host.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { UNDO_SHEET } from '../core/words/undo.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type Result as Reported, reportSource, reportText } from '../services/report-text.ts';
import { systemTimeZone } from '../services/system-time-zone.ts';
import { withoutStale } from './derive-plan.ts';
import type { PlanEntry } from './plan-entry.ts';

const ENDINGS: { readonly [kind in ReportKind]: string } = {
  csv: 'csv',
  failed: 'csv',
  json: 'json',
  html: 'html',
};

/** What the sheet's file is called, and what this is. */
export function nameOfReport(
  { plan: { fileName, undoes }, run }: { readonly plan: Plan; readonly run?: unknown },
  kind: ReportKind,
): string {
  const { name } = parse(fileName);
  const what = (run === undefined ? REPORT_NAMES.beforeRun : REPORT_NAMES.afterRun)[kind];
  return `${undoes === undefined ? name : UNDO_SHEET.title(name)} ${what}.${ENDINGS[kind]}`;
}

/** The dry run as it would be applied now, or the run as far as it has come. */
function reported(entry: PlanEntry): Reported {
  const plan = entry.run ? entry.applied : withoutStale(entry);
  return {
    plan,
    run: entry.run?.state,
    rows: entry.reportRows(),
    warnings: entry.summary.warnings,
    earlier: (row) => entry.earlierOf(row),
  };
}

export const summaryOf = (entry: PlanEntry): string =>
  summaryText(reportSource(reported(entry), systemTimeZone()));

/** The report of the plan that a window shows. */
export const writeReport = (
  entry: PlanEntry,
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> =>
  writeReportOf({ edited: entry.edited, ...reported(entry) }, kind, path);

/** Whole or not at all: a report that is already there stays until the new one is on the disk. */
export async function writeReportOf(
  { edited, ...result }: Reported & { readonly edited: EditedSheet },
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> {
  try {
    await writeFileAtomically(path, reportText(kind, edited, result, systemTimeZone()));
    return ok({});
  } catch (error) {
    return err(refused('report_not_written', { path, why: (error as Error).message }));
  }
}
