import { parse } from 'node:path';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type ReportKind, reportText } from '../services/report-text.ts';
import type { PlanEntry } from './plan-entry.ts';

const ENDINGS: { readonly [kind in ReportKind]: string } = {
  csv: ' report.csv',
  failed: ' failed rows.csv',
  json: ' report.json',
};

/** What the sheet's file is called, and what this is. */
export const reportName = (entry: PlanEntry, kind: ReportKind): string =>
  `${parse(entry.plan.fileName).name}${ENDINGS[kind]}`;

export async function writeReport(
  entry: PlanEntry,
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> {
  const result = { plan: entry.applied, run: entry.run?.state, rows: entry.reportRows() };
  try {
    await writeFileAtomically(path, reportText(kind, entry.edited, result));
    return ok({});
  } catch (error) {
    return err(refused('report_not_written', { path, why: (error as Error).message }));
  }
}
