import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { ColumnArrangement } from '../../core/column-arrangement.ts';
import { STARVED } from '../../core/csv/encoding.ts';
import { type ImportedSheet, importSteps } from '../../core/csv/import.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import { type MappingProposal, proposeMapping } from '../../core/propose-mapping.ts';
import { type LastTime, recalledMapping } from '../../core/remembered-mapping.ts';
import { inSlices } from './breathe.ts';
import type { History } from './history.ts';
import type { Host } from './host.ts';
import { recallArrangement } from './recall-arrangement.ts';
import { restoreEdits } from './restore-edits.ts';
import { SourceBytes } from './source-bytes.ts';
import type { ImportProgress } from './workspace-state.ts';

/** A session's sheet, worked out in the window from the same bytes and by the same code as in the host. */
export interface LoadedSheet {
  readonly imported: ImportedSheet;
  readonly edited: EditedSheet;
  readonly history: History;
  readonly mapping: Mapping;
  readonly proposal: MappingProposal;
  /** What was confirmed for the same headers before, where the mapping is that. */
  readonly lastTime: LastTime | null;
  /** How its columns were left. */
  readonly arrangement: ColumnArrangement;
}

/** What became of reading a source. */
export type Loading =
  | { readonly kind: 'loaded'; readonly loaded: LoadedSheet }
  | { readonly kind: 'unusable'; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'cancelled' };

const CANCELLED = 'cancelled';

interface LoadOptions {
  readonly host: Host;
  readonly session: OpenedSession;
  readonly report: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
  /** Asks what was confirmed for a sheet with these headers. */
  readonly recall: (headers: readonly string[]) => Promise<LastTime | null>;
}

/**
 * Reads a session's source in slices, as its bytes come; the window stays alive whatever its size. Ends early where
 * somebody no longer wants it.
 */
export async function loadSheet({ host, session, report, signal, recall }: LoadOptions): Promise<Loading> {
  const { fileName, options, bytes: total } = session;
  report({ fileName, done: 0, total });
  const source = new SourceBytes(session, signal);
  const result = await inSlices(whileWanted(importSteps(source, options), signal), (step) => {
    if (step === STARVED) return source.more();
    report({ fileName, done: step, total });
    return undefined;
  });
  if (result === CANCELLED) return { kind: 'cancelled' };
  if (!result.ok) return { kind: 'unusable', findings: result.error };
  const imported = result.value;
  const { columns } = imported.sheet;
  const proposal = proposeMapping(imported.sheet);
  // Chosen for another reading of the file, it is about other columns.
  const chosen = session.mapping?.roles.length === columns.length ? session.mapping : undefined;
  const lastTime = chosen ? null : await recall(columns.map(({ name }) => name));
  const mapping = chosen ?? (lastTime ? recalledMapping(lastTime, columns, proposal) : proposal.mapping);
  const [restored, arrangement] = await Promise.all([
    restoreEdits(host, session, imported.sheet),
    recallArrangement(host, session.sessionId, columns, mapping),
  ]);
  return { kind: 'loaded', loaded: { imported, ...restored, mapping, arrangement, proposal, lastTime } };
}

/** Steps until they end or are no longer wanted. */
function* whileWanted<S, R>(steps: Iterator<S, R>, signal: AbortSignal): Generator<S, R | typeof CANCELLED> {
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value;
  }
  return CANCELLED;
}
