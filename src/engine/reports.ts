import { parse } from 'node:path';
import type { EditedSheet } from '../core/edited-sheet.ts';
import type { Plan } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { UNDO_SHEET } from '../core/words/undo.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type Result as Ended, type ReportKind, reportText } from '../services/report-text.ts';
import type { PlanEntry } from './plan-entry.ts';

const ENDINGS: { readonly [kind in ReportKind]: string } = {
  csv: ' report.csv',
  failed: ' failed rows.csv',
  json: ' report.json',
};

/** What the sheet's file is called, and what this is. */
export function nameOfReport({ fileName, undoes }: Plan, kind: ReportKind): string {
  const { name } = parse(fileName);
  return `${undoes === undefined ? name : UNDO_SHEET.name(name)}${ENDINGS[kind]}`;
}

/** The report of the plan that a window shows. */
export const writeReport = (
  entry: PlanEntry,
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> => {
  const { edited, applied, run } = entry;
  return writeReportOf({ edited, plan: applied, run: run?.state, rows: entry.reportRows() }, kind, path);
};

export async function writeReportOf(
  { edited, ...result }: Ended & { readonly edited: EditedSheet },
  kind: ReportKind,
  path: string,
): Promise<Result<Record<string, never>, Refused>> {
  try {
    await writeFileAtomically(path, reportText(kind, edited, result));
    return ok({});
  } catch (error) {
    return err(refused('report_not_written', { path, why: (error as Error).message }));
  }
}
