import type { Mode } from '../../core/plan.ts';
import { FRESHNESS_MS, MOST_ROWS_READ_EACH, PILOT_ROWS, type RunSettings } from '../../core/run-settings.ts';

const MINUTE_MS = 60_000;
const LEAST_RETRY_BUDGET = 50;
const RETRY_SHARE = 0.1;

export const defaultRunSettings = (updates: number, mode: Mode): RunSettings => ({
  concurrency: 4,
  triesPerRow: 5,
  settleMs: 2_000,
  freshness: updates <= MOST_ROWS_READ_EACH ? { kind: 'each_attempt' } : { kind: 'within', ms: FRESHNESS_MS },
  retryBudget: Math.max(LEAST_RETRY_BUDGET, Math.ceil(updates * RETRY_SHARE)),
  breaker: { rows: 50, mostShare: 0.2 },
  pilotRows: mode === 'LIVE' ? PILOT_ROWS : 0,
  longestWaitMs: 10 * MINUTE_MS,
  longestAbsenceMs: mode === 'LIVE' ? 15 * MINUTE_MS : null,
});
