import type { Kept } from '../contract/history-schemas.ts';
import type { EditedSheet } from '../core/edited-sheet.ts';
import type { Plan } from '../core/plan.ts';
import { sheetOfPlan } from '../core/plan-sheet.ts';
import { type ReportRow, reportRows } from '../core/report.ts';
import { err, ok, type Result } from '../core/result.ts';
import { RunReducer, type RunState } from '../core/run.ts';
import { lineOf } from '../core/sheet.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { runFaultText } from '../core/words/run-faults.ts';
import { findDryRun, readDryRun } from '../services/dry-run-store/dry-run-store.ts';
import { readRun } from '../services/run-store/read-run.ts';
import type { SessionStore } from '../services/sessions/session-store.ts';
import type { Sheets } from './sheets.ts';

/** A kept run or dry run, read whole. */
export interface KeptRecord {
  readonly plan: Plan;
  /** Of a dry run there is none. */
  readonly run: RunState | undefined;
  /** As they were, in the order of the sheet. */
  readonly rows: readonly ReportRow[];
  /** The file with the edits of that time; one made of the plan where the session is gone. */
  readonly edited: EditedSheet;
  readonly hasSheet: boolean;
}

export interface RecordSources {
  readonly dataFolder: string;
  readonly sessions: SessionStore;
  readonly sheets: Sheets;
}

/** Reads a run or a dry run from its own files; the plan and the journal are what counts, never a summary. */
export async function readRecord(
  { kind, id }: Kept,
  sources: RecordSources,
): Promise<Result<KeptRecord, Refused>> {
  const read = await (kind === 'run' ? runOf(id, sources) : dryRunOf(id, sources));
  if (!read.ok) return read;
  const { plan, run } = read.value;
  const edited = await sheetOf(plan, sources);
  return ok({
    plan,
    run,
    rows: reportRows(plan, run),
    edited: edited ?? sheetOfPlan(plan),
    hasSheet: edited !== undefined,
  });
}

type Read = Pick<KeptRecord, 'plan' | 'run'>;

async function runOf(id: string, { dataFolder }: RecordSources): Promise<Result<Read, Refused>> {
  const kept = await readRun(dataFolder, id);
  if (!kept.ok) return err(refused('run_not_read', { why: runFaultText(kept.error) }));
  const { plan, events } = kept.value;
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  return ok({ plan, run: reducer.state });
}

async function dryRunOf(id: string, { dataFolder }: RecordSources): Promise<Result<Read, Refused>> {
  const found = await findDryRun(dataFolder, id);
  if (!found) return err(refused('dry_run_gone'));
  if (!found.hasRows) return err(refused('dry_run_without_rows'));
  const plan = await readDryRun(dataFolder, id);
  return plan.ok
    ? ok({ plan: plan.value, run: undefined })
    : err(refused('run_not_read', { why: runFaultText(plan.error) }));
}

/** The plan's sheet as it was then; `undefined` where it is gone or was read in another way since. */
async function sheetOf(plan: Plan, { sessions, sheets }: RecordSources): Promise<EditedSheet | undefined> {
  if (!plan.source) return undefined;
  const session = await sessions.peek(plan.source.sessionId);
  if (!session.ok || session.value.revision < plan.source.revision) return undefined;
  const edited = await sheets.editedAt(session.value, plan.source.revision);
  if (!edited.ok) return undefined;
  const { sheet } = edited.value;
  return plan.rows.every(({ row, line }) => lineOf(sheet, row) === line) ? edited.value : undefined;
}
