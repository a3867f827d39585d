import type { RowState, Tone } from '../row-state.ts';
import { number } from './text.ts';

/** A state in the words of the screen and the report. */
export const STATE_LABELS = {
  invalid: 'error',
  ready: 'ready',
  excluded: 'left out',
  update: 'update',
  unchanged: 'unchanged',
  not_found: 'not found',
  blocked: 'blocked',
  unread: 'not read',
  stale: 'edited since',
  queued: 'waiting',
  sending: 'sending',
  applied: 'applied',
  partly_applied: 'partly applied',
  not_applied: 'not applied',
  already_so: 'already so',
  conflict: 'conflict',
  rejected: 'rejected',
  failed: 'failed',
  unknown: 'unknown',
  not_attempted: 'not attempted',
} as const satisfies Record<RowState, string>;

/** States whose word is a thing, of which there are several; the others say how the rows are. */
const THINGS: { readonly [state in RowState]?: string } = {
  invalid: 'errors',
  update: 'updates',
  conflict: 'conflicts',
};

/** So many rows in a state: `4 errors`, `1 conflict`, `1,024 unchanged`. */
export const stateCountText = (rows: number, state: RowState): string =>
  `${number(rows)} ${rows === 1 ? STATE_LABELS[state] : (THINGS[state] ?? STATE_LABELS[state])}`;

/** State is never colour alone. */
export const STATE_MARKS = {
  quiet: '·',
  change: '●',
  good: '✓',
  attention: '!',
  bad: '✕',
} as const satisfies Record<Tone, string>;
