import type { RunSettings } from '../../../src/core/run-settings.ts';

/** Nothing pauses for a person: nobody is there, and it would wait for ever. */
export const SETTINGS: RunSettings = {
  concurrency: 4,
  triesPerRow: 5,
  settleMs: 2_000,
  freshness: { kind: 'each_attempt' },
  retryBudget: Number.MAX_SAFE_INTEGER,
  breaker: { rows: 50, mostShare: 1 },
  pilotRows: 0,
  longestWaitMs: Number.MAX_SAFE_INTEGER,
  longestAbsenceMs: null,
};
