import type { RowId } from '../core/diagnostic.ts';
import { type EditedSheet, isAdded } from '../core/edited-sheet.ts';
import { type Plan, type PlannedRow, plannedOf, updatesOf } from '../core/plan.ts';
import { failedRowsCsv, type ReportRow, reportCsv } from '../core/report.ts';
import { printedReport } from '../core/report-html/printed-report.ts';
import type { ReportKind } from '../core/report-kind.ts';
import type { ReportSource } from '../core/report-source.ts';
import type { RunRow, RunState } from '../core/run.ts';
import { type WarningTotal, warningKinds } from '../core/warning-kinds.ts';

/** Excel reads a CSV file as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/** What is known at the end of a dry run or run. */
export interface Result {
  readonly plan: Plan;
  readonly run?: RunState | undefined;
  readonly rows: readonly ReportRow[];
  /** About rows that are written; missing where there is no sheet, and only the plan's own are known. */
  readonly warnings?: readonly WarningTotal[];
  /** Of a row that this plan was not made for: what an earlier one tells. */
  readonly earlier?: (row: RowId) => EarlierRow | undefined;
}

/** A row of an earlier plan, and of its run where that was applied. */
export interface EarlierRow {
  readonly planId: string;
  readonly runId?: string;
  readonly planned: PlannedRow;
  readonly run?: RunRow;
}

/** @param timeZone in which people are told times */
export function reportText(kind: ReportKind, edited: EditedSheet, result: Result, timeZone: string): string {
  switch (kind) {
    case 'csv':
      return `${BYTE_ORDER_MARK}${reportCsv(edited, result.rows, result.plan)}`;
    case 'failed':
      return `${BYTE_ORDER_MARK}${failedRowsCsv(edited, result.rows)}`;
    case 'json':
      return resultJson(result, edited);
    case 'html':
      return printedReport(reportSource(result, timeZone));
  }
}

/** What reports for people are made of. */
export const reportSource = ({ plan, run, rows, warnings }: Result, timeZone: string): ReportSource => ({
  plan,
  run,
  rows,
  warnings: warnings ?? warningKinds(updatesOf(plan)),
  timeZone,
});

/** Everything, as JSON: the plan's head, the run's, and each row; of the sheet, which rows are not in the file. */
export function resultJson({ plan, run, rows, earlier }: Result, edited?: EditedSheet): string {
  const { rows: _, ...head } = plan;
  const { rows: ran, ...runHead } = run ?? { rows: undefined };
  return `${JSON.stringify(
    {
      plan: head,
      ...(run ? { run: runHead } : {}),
      rows: rows.map((row) => ({
        ...row,
        ...(edited && isAdded(edited, row.row) ? { isAdded: true } : {}),
        ...toldBy(earlier?.(row.row), plan, ran, row.row),
      })),
    },
    null,
    2,
  )}\n`;
}

/** The row's plan and run are those that its state is of; which ones, where they are not this report's. */
function toldBy(
  earlier: EarlierRow | undefined,
  plan: Plan,
  ran: RunState['rows'] | undefined,
  row: RowId,
): object {
  if (!earlier) return { planned: plannedOf(plan, row), run: ran?.get(row) };
  const { planned, run, ...of } = earlier;
  return { planned, run, earlier: of };
}
