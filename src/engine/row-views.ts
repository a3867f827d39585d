import type { PlannedSlice, PlanRowView, PlanWarningView } from '../contract/plan-schemas.ts';
import { WARNED_ROW } from '../contract/state-bytes.ts';
import type { AnswerSummary } from '../core/answer.ts';
import type { JsonValue } from '../core/json.ts';
import type { PlannedUpdate } from '../core/plan.ts';
import { planWarningFix } from '../core/plan-warning-fix.ts';
import { customerPath } from '../core/request-text.ts';
import type { Attempt, RunRow } from '../core/run.ts';
import { warnedFields } from '../core/warned-fields.ts';
import { answerSummaryText } from '../core/words/answers.ts';
import { planWarningText } from '../core/words/plan.ts';
import type { PlanEntry } from './plan-entry.ts';

/** What the grid shows of rows: their changes and what is said about them. Rows that do not exist are left out. */
export function sliceOf(entry: PlanEntry, rows: readonly number[]): PlannedSlice {
  return rows.flatMap((row) => {
    const shown = entry.reportRow(row);
    if (!shown) return [];
    const planned = entry.planned(row);
    const isUpdate = planned?.action === 'update' && shown.state !== 'stale';
    const changes = isUpdate ? (entry.runRow(row)?.changes ?? planned.changes) : [];
    return [
      {
        row,
        // The grid must agree with the counts, which are of the same moment.
        state: entry.stateOf(row),
        message: shown.message,
        changes: changes.map((change) => ({ ...change })),
        warnings: isUpdate ? warningsOf(planned) : [],
      },
    ];
  });
}

const warningsOf = ({ warnings, changes }: PlannedUpdate): PlanWarningView[] =>
  warnings.map((warning) => {
    const fix = planWarningFix(warning, changes);
    return {
      code: warning.code,
      message: planWarningText(warning),
      fields: [...warnedFields(warning)],
      ...(fix && { fix: { ...fix } }),
    };
  });

/** What a window needs of all rows at once. */
export const statesOf = (entry: PlanEntry): Uint8Array<ArrayBuffer> =>
  entry.stateBytes.map((state, row) => {
    const planned = entry.planned(row);
    return planned?.action === 'update' && planned.warnings.length > 0 ? state | WARNED_ROW : state;
  });

/** Everything about one row; `undefined` where there is no such row. */
export function rowView(entry: PlanEntry, row: number): PlanRowView | undefined {
  const shown = entry.reportRow(row);
  const planned = entry.planned(row);
  if (!shown || !planned) return undefined;
  const attempts = entry.runRow(row)?.attempts ?? [];
  const isUpdate = planned.action === 'update' && shown.state !== 'stale';
  return {
    row,
    line: shown.line,
    state: entry.stateOf(row),
    message: shown.message,
    warnings: isUpdate ? warningsOf(planned) : [],
    customerId: shown.customerId,
    fields: shown.fields.map((field) => ({ ...field })),
    conflicts: conflictsOf(entry.runRow(row)),
    request: isUpdate
      ? {
          method: 'PATCH',
          path: customerPath(planned.customerId),
          // As it was sent, where it was: it may have been put on a fresher customer than the planned one.
          body: (attempts.at(-1)?.body ?? planned.body) as JsonValue,
        }
      : null,
    attempts: attempts.map(attemptView),
    code: shown.code,
  };
}

const conflictsOf = (runRow: RunRow | undefined): PlanRowView['conflicts'] =>
  runRow?.outcome?.state === 'conflict' ? runRow.outcome.fields.map((conflict) => ({ ...conflict })) : [];

const attemptView = ({ number, sentAt, answeredAt, answer }: Attempt): PlanRowView['attempts'][number] => ({
  number,
  sentAt,
  answeredAt: answeredAt ?? null,
  answer: answer === undefined ? '' : answerSummaryText(answer),
  requestId: requestIdOf(answer),
});

const requestIdOf = (answer: AnswerSummary | undefined): string =>
  answer && 'requestId' in answer ? (answer.requestId ?? '') : '';
