import type { RowState } from '../../core/row-state.ts';

/** In the other states the plan's values are not, or no longer, what will be. */
const SHOWS_CHANGES: ReadonlySet<RowState> = new Set([
  'update',
  'queued',
  'sending',
  'applied',
  'partly_applied',
  'not_applied',
  'conflict',
  'rejected',
  'failed',
  'unknown',
  'not_attempted',
]);

/** Whether a row's cells show what the plan does with them. */
export const showsChanges = (state: RowState): boolean => SHOWS_CHANGES.has(state);
