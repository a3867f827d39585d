import { randomUUID } from 'node:crypto';
import { leaveOut } from '../core/leave-out.ts';
import { onlyRows } from '../core/only-rows.ts';
import type { Plan, PlannedRow } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { ValidatedSheet } from '../core/validate.ts';
import { dryRunFailureText } from '../core/words/failures.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { undoFailureText } from '../core/words/undo-failures.ts';
import { connectionInfo } from '../services/connection.ts';
import { hashOf, readAndPlan } from '../services/dry-run/dry-run.ts';
import type { KnownCustomers } from '../services/dry-run/known-customers.ts';
import type { ReadingOptions } from '../services/dry-run/read-customers.ts';
import type { Readings } from '../services/dry-run/readings.ts';
import type { Session } from '../services/sessions/session.ts';
import { planUndo } from '../services/undo/plan-undo.ts';
import { isUndoOf, runToUndo } from '../services/undo/undo-session.ts';
import type { LinkedConnection } from './links.ts';

export interface PlanInput {
  readonly session: Session;
  readonly linked: LinkedConnection;
  /** The session's sheet as it is to be planned. */
  readonly validated: ValidatedSheet;
  readonly reading: ReadingOptions;
  readonly dataFolder: string;
  /** Only these rows are to be planned; without them all. */
  readonly rows: ReadonlySet<number> | undefined;
  /** What need not be read again. */
  readonly known: KnownCustomers | undefined;
}

/** A plan and, where the next dry run may go by it, what was read to make it. */
interface MadePlan {
  readonly plan: Plan;
  readonly readings?: Readings;
}

/** The dry run of a session: of its sheet or, where it is the sheet of an undo, of the run that it takes back. */
export async function makePlan(input: PlanInput): Promise<Result<MadePlan, Refused>> {
  const { session, validated } = input;
  const made = await (session.head.undoes === undefined
    ? planSheet(input)
    : planOfUndo(input, session.head.undoes));
  if (!made.ok) return made;
  const source = { sessionId: session.id, revision: validated.edited.revision };
  return ok({ ...made.value, plan: { ...made.value.plan, source } });
}

async function planSheet(input: PlanInput): Promise<Result<MadePlan, Refused>> {
  const { session, linked, validated, reading, rows, known } = input;
  const made = await readAndPlan({
    ...reading,
    known,
    validated: rows ? onlyRows(validated, rows) : validated,
    connection: connectionInfo(linked.connection),
    fileName: session.head.fileName,
    newId: randomUUID,
  });
  return made.ok ? made : err(refused('plan_failed', { why: dryRunFailureText(made.error) }));
}

async function planOfUndo(input: PlanInput, runId: string): Promise<Result<MadePlan, Refused>> {
  const { session, linked, validated, reading, dataFolder, rows } = input;
  const run = await runToUndo(dataFolder, runId);
  if (!run.ok) return run;
  // The plan's rows are the sheet's, one by one, or they are not what is looked at.
  if (!(await isUndoOf(session, run.value))) return err(refused('undo_outdated'));
  const plan = await planUndo({
    ...reading,
    run: run.value,
    connection: connectionInfo(linked.connection),
    newId: randomUUID,
  });
  if (!plan.ok) return err(refused('plan_failed', { why: undoFailureText(plan.error) }));
  const { excludedRows } = validated.edited;
  const isOut = (row: number): boolean => excludedRows.has(row) || (rows !== undefined && !rows.has(row));
  const planned = withoutRows(plan.value.rows, isOut);
  return ok({ plan: { ...plan.value, rows: planned, hash: hashOf({ ...plan.value, rows: planned }) } });
}

/** Left out by the person; an e-mail that one of them would have freed stays taken. */
function withoutRows(rows: readonly PlannedRow[], isOut: (row: number) => boolean): readonly PlannedRow[] {
  const out = new Set(rows.flatMap(({ row }) => (isOut(row) ? [row] : [])));
  if (out.size === 0) return rows;
  return leaveOut(rows, out).map((planned) =>
    out.has(planned.row) ? { row: planned.row, line: planned.line, action: 'excluded' } : planned,
  );
}
