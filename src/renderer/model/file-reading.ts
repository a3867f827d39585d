import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { Loading } from './load-sheet.ts';
import type { FileReading } from './workspace-state.ts';

/** How a session's file was understood. */
export function readingOf(
  { sessionId, fileName, options }: OpenedSession,
  result: Exclude<Loading, { readonly kind: 'cancelled' }>,
  isFresh: boolean,
): FileReading {
  const about = { sessionId, fileName, options, isFresh };
  if (result.kind === 'unusable') return { ...about, findings: result.findings, understood: null };
  const { sheet, dialect, beginning, specialWords, diagnostics } = result.loaded.imported;
  const { rowCount, columns } = sheet;
  return {
    ...about,
    findings: diagnostics,
    understood: { dialect, beginning, specialWords, rowCount, columnCount: columns.length },
  };
}
