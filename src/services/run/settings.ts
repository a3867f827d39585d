import type { Mode } from '../../core/plan.ts';
import type { RunSettings } from '../../core/run-settings.ts';

/** Up to so many rows each customer is read just before its write: two requests a row are affordable. */
const MOST_ROWS_READ_EACH = 500;
const MINUTE_MS = 60_000;
const LEAST_RETRY_BUDGET = 50;
const RETRY_SHARE = 0.1;

export const defaultRunSettings = (updates: number, mode: Mode): RunSettings => ({
  concurrency: 4,
  triesPerRow: 5,
  settleMs: 2_000,
  freshness: updates <= MOST_ROWS_READ_EACH ? { kind: 'each_attempt' } : { kind: 'within', ms: MINUTE_MS },
  retryBudget: Math.max(LEAST_RETRY_BUDGET, Math.ceil(updates * RETRY_SHARE)),
  breaker: { rows: 50, mostShare: 0.2 },
  pilotRows: mode === 'LIVE' ? 5 : 0,
  longestWaitMs: 10 * MINUTE_MS,
  longestAbsenceMs: mode === 'LIVE' ? 15 * MINUTE_MS : null,
});
