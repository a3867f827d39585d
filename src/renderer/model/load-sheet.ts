import type { OpenedSession } from '../../contract/commands.ts';
import { STARVED } from '../../core/csv/encoding.ts';
import { type ImportedSheet, importSteps } from '../../core/csv/import.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { applyOperation, type EditedSheet, unedited } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import type { RecordedOperation } from '../../core/operation.ts';
import { proposeMapping } from '../../core/propose-mapping.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Sheet } from '../../core/sheet.ts';
import { inSlices } from './breathe.ts';
import { History } from './history.ts';
import { SourceBytes } from './source-bytes.ts';
import type { ImportProgress } from './workspace-model.ts';

/** A session's sheet, worked out in the window from the same bytes and by the same code as in the host. */
export interface LoadedSheet {
  readonly imported: ImportedSheet;
  readonly edited: EditedSheet;
  readonly history: History;
  readonly mapping: Mapping;
  readonly isWholeExport: boolean;
}

/** Reads a session's source in slices, as its bytes come; the window stays alive whatever its size. */
export async function loadSheet(
  session: OpenedSession,
  report: (progress: ImportProgress) => void,
): Promise<Result<LoadedSheet, readonly Diagnostic[]>> {
  const { fileName, options, operations, bytes: total } = session;
  report({ fileName, done: 0, total });
  const source = new SourceBytes(session);
  const result = await inSlices(importSteps(source, options), (step) => {
    if (step === STARVED) return source.more();
    report({ fileName, done: step, total });
    return undefined;
  });
  if (!result.ok) return result;
  const imported = result.value;
  const proposal = proposeMapping(imported.sheet.columns);
  return ok({
    imported,
    ...(await inSlices(replaySteps(imported.sheet, operations), () => undefined)),
    mapping: session.mapping ?? proposal.mapping,
    isWholeExport: proposal.isWholeExport,
  });
}

/** Does all that was recorded again, and takes note of it: what could be undone can be undone. */
export function* replaySteps(
  sheet: Sheet,
  operations: readonly RecordedOperation[],
): Generator<void, Pick<LoadedSheet, 'edited' | 'history'>> {
  const history = new History();
  let edited = unedited(sheet);
  for (const operation of operations) {
    history.note(operation, edited.rowCount);
    edited = applyOperation(edited, operation);
    yield;
  }
  return { edited, history };
}
