import type { RunSettings } from '../../core/run-settings.ts';

/** Up to so many rows each customer is read just before its write: two requests a row are affordable. */
const MOST_ROWS_READ_EACH = 500;

export const defaultRunSettings = (updates: number): RunSettings => ({
  concurrency: 4,
  triesPerRow: 5,
  settleMs: 2_000,
  freshness: updates <= MOST_ROWS_READ_EACH ? { kind: 'each_attempt' } : { kind: 'within', ms: 60_000 },
});
