import type { OpenedSession } from '../../contract/commands.ts';
import { sourceUrl } from '../../contract/names.ts';
import { type ImportedSheet, importSteps } from '../../core/csv/import.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import { proposeMapping } from '../../core/propose-mapping.ts';
import { replay } from '../../core/replay.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { SheetValidator } from '../../core/sheet-validator.ts';
import { inSlices } from './breathe.ts';
import type { ImportProgress } from './workspace-model.ts';

/** A session's sheet, worked out in the window from the same bytes and by the same code as in the host. */
export interface LoadedSheet {
  readonly imported: ImportedSheet;
  readonly edited: EditedSheet;
  readonly mapping: Mapping;
  readonly isWholeExport: boolean;
}

type Report = (progress: ImportProgress) => void;

/** Streams and reads a session's source in slices; the window stays alive whatever its size. */
export async function loadSheet(
  session: OpenedSession,
  report: Report,
): Promise<Result<LoadedSheet, readonly Diagnostic[]>> {
  const { fileName, options, operations } = session;
  const chunks = await readSource(session, (done, total) =>
    report({ fileName, stage: 'reading', done, total }),
  );
  const total = session.bytes;
  const steps = importSteps(chunks, options);
  let result: Result<ImportedSheet, readonly Diagnostic[]> | undefined;
  await inSlices(() => {
    const step = steps.next();
    if (step.done) result = step.value;
    else report({ fileName, stage: 'parsing', done: step.value, total });
    return step.done !== true;
  });
  if (result === undefined) return err([]);
  if (!result.ok) return result;
  const imported = result.value;
  const proposal = proposeMapping(imported.sheet.columns);
  return ok({
    imported,
    edited: replay(imported.sheet, operations),
    mapping: session.mapping ?? proposal.mapping,
    isWholeExport: proposal.isWholeExport,
  });
}

async function readSource(
  { sessionId, bytes }: OpenedSession,
  report: (done: number, total: number) => void,
): Promise<readonly Uint8Array[]> {
  const response = await fetch(sourceUrl(sessionId));
  if (!response.ok || response.body === null)
    throw new Error(`The source of session ${sessionId} can't be read`);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    done += part.value.length;
    report(done, bytes);
  }
  return chunks;
}

/** Rows validated between two looks at the clock. */
const ROWS_AT_ONCE = 500;

/** Validates a whole sheet in slices. */
export async function validateInSlices(
  edited: EditedSheet,
  mapping: Mapping,
  report?: (done: number, total: number) => void,
): Promise<SheetValidator> {
  const validator = new SheetValidator(edited, mapping);
  await inSlices(() => {
    const hasMore = validator.validateNext(ROWS_AT_ONCE);
    report?.(validator.validatedRows, edited.sheet.rowCount);
    return hasMore;
  });
  return validator;
}
