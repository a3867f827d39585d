import type { RowState, Tone } from '../row-state.ts';

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

/** State is never colour alone. */
export const STATE_MARKS = {
  quiet: '·',
  change: '●',
  good: '✓',
  attention: '!',
  bad: '✕',
} as const satisfies Record<Tone, string>;
