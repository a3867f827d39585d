import { KNOWN_FOR_MS } from '../../core/known-for.ts';
import type { SheetModel } from './sheet-model.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * How many rows a dry run would read anew while the others are still known from the one before: those edited since, and
 * those that could not be planned. `undefined` where all of them are to be read, as after a run, or where no row was
 * edited: whoever asks again then wants to see what has changed at Atlas.
 */
export function rowsToRead(
  { job, sheet }: Pick<WorkspaceState, 'job' | 'sheet'>,
  now: number,
): number | undefined {
  if (!sheet?.plan || sheet.undoes !== null || job.kind !== 'none') return undefined;
  if (now - Date.parse(sheet.plan.reading.since) > KNOWN_FOR_MS) return undefined;
  const inState = (state: keyof SheetModel['counts']): number => sheet.counts[state] ?? 0;
  const edited = inState('stale') + inState('unread');
  return edited === 0 ? undefined : edited + inState('not_found') + inState('blocked');
}
