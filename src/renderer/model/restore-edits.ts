import type { OpenedSession } from '../../contract/session-schemas.ts';
import { applyOperation, type EditedSheet, unedited } from '../../core/edited-sheet.ts';
import type { Sheet } from '../../core/sheet.ts';
import { breathe } from './breathe.ts';
import { History } from './history.ts';
import type { Host } from './host.ts';

/** Does all that was recorded again, piece by piece, and takes note of it: what could be undone can be undone. */
export async function restoreEdits(
  host: Pick<Host, 'command'>,
  { sessionId, revision }: OpenedSession,
  sheet: Sheet,
): Promise<{ readonly edited: EditedSheet; readonly history: History }> {
  const history = new History();
  let edited = unedited(sheet);
  while (edited.revision < revision) {
    const operations = await host.command('session.operations', { sessionId, from: edited.revision });
    if (!operations.ok) throw new Error(operations.error.message);
    for (const operation of operations.value) {
      history.note(operation, edited.rowCount);
      edited = applyOperation(edited, operation);
    }
    await breathe();
  }
  return { edited, history };
}
