import type { OpenedSession } from '../../contract/commands.ts';
import { STARVED } from '../../core/csv/encoding.ts';
import { type ImportedSheet, importSteps } from '../../core/csv/import.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import { proposeMapping } from '../../core/propose-mapping.ts';
import { ok, type Result } from '../../core/result.ts';
import { inSlices } from './breathe.ts';
import type { History } from './history.ts';
import type { Host } from './host.ts';
import { restoreEdits } from './restore-edits.ts';
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
  host: Host,
  session: OpenedSession,
  report: (progress: ImportProgress) => void,
): Promise<Result<LoadedSheet, readonly Diagnostic[]>> {
  const { fileName, options, bytes: total } = session;
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
    ...(await restoreEdits(host, session, imported.sheet)),
    mapping: session.mapping ?? proposal.mapping,
    isWholeExport: proposal.isWholeExport,
  });
}
