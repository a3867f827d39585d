import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../core/result.ts';
import { RunReducer } from '../../core/run.ts';
import { undoSheetOf } from '../../core/undo-sheet.ts';
import { writtenCustomers } from '../../core/undo-written.ts';
import { type Refused, refused } from '../../core/words/refusals.ts';
import { runFaultText } from '../../core/words/run-faults.ts';
import { UNDO_SHEET } from '../../core/words/undo.ts';
import { readRun, type StoredRun } from '../run-store/read-run.ts';
import { sessionsOfUndo } from '../sessions/list-sessions.ts';
import type { Session } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { UndoInput } from './plan-undo.ts';

/** A run that has ended or died, as an undo needs it. */
export async function runToUndo(
  dataFolder: string,
  runId: string,
): Promise<Result<UndoInput['run'], Refused>> {
  const kept = await readRun(dataFolder, runId);
  if (!kept.ok) return err(refused('run_not_read', { why: runFaultText(kept.error) }));
  if (kept.value.isOpenElsewhere) return err(refused('run_still_on'));
  return ok({ runId, plan: kept.value.plan, state: stateOf(kept.value) });
}

/**
 * Opens the sheet by which a run's undo is shown: a session like any other, so that its dry run, its review, its
 * run and its report are those of any sheet. The one of an earlier time is taken where the run is as it was.
 */
export async function openUndo(
  dataFolder: string,
  runId: string,
  sessions: SessionStore,
): Promise<Result<Session, Refused>> {
  const run = await runToUndo(dataFolder, runId);
  if (!run.ok) return run;
  const { plan, state } = run.value;
  if (writtenCustomers(plan, state).length === 0) return err(refused('nothing_to_undo'));
  for (const sessionId of await sessionsOfUndo(dataFolder, runId)) {
    const session = await sessions.open(sessionId);
    if (session.ok && (await isUndoOf(session.value, run.value))) return session;
  }
  const { csv, mapping } = undoSheetOf(plan, state);
  return await sessions.import({
    kind: 'text',
    name: UNDO_SHEET.title(plan.fileName),
    text: csv,
    head: { options: READ_AS, mapping, undoes: runId },
  });
}

/** As it is written: nothing of it is guessed, and no cell is read as anything but its text. */
const READ_AS = { encoding: 'utf-8', delimiter: ',', headerLine: 1, excelText: 'keep' } as const;

/** Whether the session's rows are those that the undo's plan would have: a run may have been gone on with since. */
export async function isUndoOf({ paths }: Session, { plan, state }: UndoInput['run']): Promise<boolean> {
  return Buffer.from(undoSheetOf(plan, state).csv).equals(await readFile(paths.source));
}

function stateOf({ plan, events }: StoredRun) {
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  return reducer.state;
}
