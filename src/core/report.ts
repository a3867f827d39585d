import type { AnswerSummary } from './answer.ts';
import { printCsv } from './csv/print.ts';
import type { ColumnIndex, RowId } from './diagnostic.ts';
import { cellText, type EditedSheet, isAdded } from './edited-sheet.ts';
import { type Field, inFieldOrder } from './fields.ts';
import { guarded } from './formula-guard.ts';
import type { JsonValue } from './json.ts';
import type { Outcome } from './outcome.ts';
import { guardedRecord } from './own-file.ts';
import type { Plan, PlannedRow } from './plan.ts';
import type { RowState } from './row-state.ts';
import type { RunRow, RunState } from './run.ts';
import { originalCells, originalHeaders } from './sheet.ts';
import { addedLineText } from './words/lines.ts';
import { outcomeText } from './words/outcomes.ts';
import { CELLS_BEYOND, OWN_COLUMNS, reportOfText, whyHereText } from './words/own-files.ts';
import { plannedRowText, planWarningText } from './words/plan.ts';
import { STATE_LABELS } from './words/states.ts';
import { instantText } from './words/times.ts';
import { valueText } from './words/values.ts';

/** One row of a report: what happened, in words and in values. */
export interface ReportRow {
  readonly row: RowId;
  readonly line: number;
  readonly state: RowState;
  readonly message: string;
  /** Seen at the dry run; they did not keep the row from being applied. */
  readonly warnings: readonly string[];
  readonly customerId: string;
  readonly fields: readonly ReportField[];
  readonly code: string;
  readonly requestId: string;
  readonly attempts: number;
  readonly startedAt: string;
  readonly endedAt: string;
}

export interface ReportField {
  readonly field: Field;
  readonly before: JsonValue;
  readonly sent: JsonValue;
  /** As Atlas showed it afterwards; missing where it was not seen. */
  readonly after?: JsonValue;
}

/** A row's one state: the run's where it took part, the plan's otherwise. */
export function stateOfRow(planned: PlannedRow, runRow: RunRow | undefined): RowState {
  if (!runRow) return planned.action;
  if (runRow.outcome) return runRow.outcome.state;
  return runRow.attempts.length > 0 ? 'sending' : 'queued';
}

/** Report rows, one per row of the sheet, in its order; before a run, those of the dry run. */
export function reportRows(plan: Plan, run?: RunState): readonly ReportRow[] {
  return plan.rows.map((planned) => reportRow(planned, run?.rows.get(planned.row)));
}

/** One row's, for a screen that shows it. */
export function reportRow(planned: PlannedRow, runRow: RunRow | undefined): ReportRow {
  const last = runRow?.attempts.at(-1);
  const outcome = runRow?.outcome;
  return {
    row: planned.row,
    line: planned.line,
    state: stateOfRow(planned, runRow),
    message: outcome ? outcomeText(outcome) : plannedRowText(planned),
    warnings: planned.action === 'update' ? planned.warnings.map(planWarningText) : [],
    customerId: 'customerId' in planned ? (planned.customerId ?? '') : '',
    fields: planned.action === 'update' ? fieldsOf(planned.changes, runRow, outcome) : [],
    code: codeOf(planned, outcome, last?.answer),
    requestId: requestIdOf(last?.answer),
    attempts: runRow?.attempts.length ?? 0,
    startedAt: runRow?.attempts[0]?.sentAt ?? '',
    endedAt: runRow?.endedAt ?? '',
  };
}

function fieldsOf(
  planned: RunRow['changes'],
  runRow: RunRow | undefined,
  outcome: Outcome | undefined,
): readonly ReportField[] {
  const seen = seenAtTheEnd(outcome);
  return (runRow?.changes ?? planned).map(({ field, before = null, after: sent }) =>
    seen.has(field) ? { field, before, sent, after: seen.get(field) ?? null } : { field, before, sent },
  );
}

/** Values as Atlas showed them last. Conflicts of earlier versions kept only what had moved. */
function seenAtTheEnd(outcome: Outcome | undefined): ReadonlyMap<string, JsonValue> {
  const conflicts = outcome?.state === 'conflict' ? outcome.fields : [];
  const seen = outcome && 'seen' in outcome ? (outcome.seen ?? []) : [];
  return new Map([
    ...conflicts.map(({ field, now }) => [field, now] as const),
    ...seen.map(({ field, value }) => [field, value] as const),
  ]);
}

function codeOf(
  planned: PlannedRow,
  outcome: Outcome | undefined,
  answer: AnswerSummary | undefined,
): string {
  if (outcome && 'refusal' in outcome) return outcome.refusal.error?.code ?? String(outcome.refusal.status);
  if (outcome && 'reason' in outcome) return outcome.reason;
  if (answer?.kind === 'ok') return String(answer.status);
  return planned.action === 'blocked' ? planned.reason.code : '';
}

const requestIdOf = (answer: AnswerSummary | undefined): string =>
  answer && 'requestId' in answer ? (answer.requestId ?? '') : '';

const RESULT_COLUMNS = ['Line', 'Status', 'Message', 'Customer id'] as const;
const TRACE_COLUMNS = ['Code', 'Request id', 'Attempts', 'First sent', 'Ended'] as const;

/**
 * The report as CSV: the file's own columns, order and text first; then what happened; then each field before,
 * sent and after. Where the edited text differs from the file's, the edited one is in the fields. Cells that a
 * spreadsheet would run or change are guarded, and it is known as ours when it comes back: see `OwnFile`.
 */
export function reportCsv(
  edited: EditedSheet,
  rows: readonly ReportRow[],
  { hash }: Pick<Plan, 'hash'>,
): string {
  const { sheet } = edited;
  const fields = fieldsIn(rows);
  const hasExtra = [...sheet.raggedRows.values()].some(({ extraCells }) => extraCells.length > 0);
  const { excelText } = sheet;
  const ownHeader = [
    OWN_COLUMNS.report,
    ...(hasExtra ? [CELLS_BEYOND] : []),
    ...RESULT_COLUMNS,
    ...fields.flatMap((field) => [`${field} before`, `${field} sent`, `${field} after`]),
    ...TRACE_COLUMNS,
  ];
  const records = rows.map((row) => {
    const byField = new Map(row.fields.map((field) => [field.field, field]));
    const ragged = sheet.raggedRows.get(row.row);
    const extra = ragged?.extraCells ?? [];
    const cells = guardedTexts(originalCells(sheet, row.row), (column) =>
      Boolean(excelText.cells.get(column)?.[row.row]),
    );
    const own = [
      reportOfText(hash, ragged?.found),
      ...(hasExtra ? [extra.length > 0 ? JSON.stringify(extra) : ''] : []),
      isAdded(edited, row.row) ? addedLineText(row.line) : String(row.line),
      STATE_LABELS[row.state],
      [row.message, ...row.warnings].join(' '),
      row.customerId,
      ...fields.flatMap((field) => {
        const { before, sent, after } = byField.get(field) ?? {};
        return [valueText(before), valueText(sent), valueText(after)];
      }),
      row.code,
      row.requestId,
      String(row.attempts),
      instantText(row.startedAt),
      instantText(row.endedAt),
    ];
    return [...cells, ...guardedRecord(own)];
  });
  const headers = guardedTexts(originalHeaders(sheet), (column) => excelText.headers.has(column));
  return printCsv([[...headers, ...guardedRecord(ownHeader)], ...records]);
}

/** Texts of the file. `="02138"` stays as it is: it runs nothing, and no spreadsheet makes a number of it. */
const guardedTexts = (
  texts: readonly string[],
  isExcelText: (column: ColumnIndex) => boolean,
): readonly string[] => texts.map((text, column) => (isExcelText(column) ? text : guarded(text)));

/**
 * Rows that did not reach what they wanted, with the edited values: a file that imports again as it is. Why each is
 * there stands before its cells: behind them it would make a row that is short of cells look whole.
 */
export function failedRowsCsv(edited: EditedSheet, rows: readonly ReportRow[]): string {
  const { columns } = edited.sheet;
  const failed = rows.filter(({ state }) => FAILED_STATES.has(state));
  const records = failed.map(({ row, state, message }) => [
    whyHereText(state, message, edited.sheet.raggedRows.get(row)?.found),
    ...cellsAsFound(edited, row),
  ]);
  const header = [OWN_COLUMNS.failed, ...columns.map(({ header: text }) => text)];
  return printCsv([header, ...records].map(guardedRecord));
}

/** A row that is short or long of cells stays so: made even, it would import again without a finding. */
function cellsAsFound(edited: EditedSheet, row: RowId): readonly string[] {
  const { columns, raggedRows } = edited.sheet;
  const cells = columns.map(({ index }) => cellText(edited, row, index));
  const ragged = raggedRows.get(row);
  if (!ragged) return cells;
  const isEditedBeyond = cells.slice(ragged.found).some((text) => text !== '');
  return isEditedBeyond ? cells : [...cells.slice(0, ragged.found), ...ragged.extraCells];
}

const FAILED_STATES: ReadonlySet<RowState> = new Set<RowState>([
  'invalid',
  'not_found',
  'blocked',
  'unread',
  'partly_applied',
  'not_applied',
  'conflict',
  'rejected',
  'failed',
  'unknown',
  'not_attempted',
]);

const fieldsIn = (rows: readonly ReportRow[]): readonly Field[] =>
  inFieldOrder(rows.flatMap(({ fields }) => fields.map(({ field }) => field)));
