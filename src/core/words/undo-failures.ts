import type { UndoFailure } from '../undo-failure.ts';
import { dryRunFailureText } from './failures.ts';

/** Why a run can't be undone, and what to do about it. */
export function undoFailureText(failure: UndoFailure): string {
  if (failure.code === 'nothing_written')
    return 'This run wrote to no customer, so there is nothing to take back.';
  if (failure.code !== 'other_connection') return dryRunFailureText(failure);
  const { mode, baseUrl } = failure.made;
  return `This run was made with a ${mode} key at ${baseUrl}. Undo it with the same address and mode.`;
}
