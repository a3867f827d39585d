import type { RunSettings } from '../../src/core/run-settings.ts';

/** Nothing pauses for a person: nobody is there. Concurrency differs from process to process. */
export const CRASH_SETTINGS: RunSettings = {
  concurrency: 4,
  triesPerRow: 50,
  // On the wall long enough for a server in this machine, also when that is busy.
  settleMs: 2_000,
  freshness: { kind: 'each_attempt' },
  retryBudget: Number.MAX_SAFE_INTEGER,
  breaker: { rows: 50, mostShare: 1 },
  pilotRows: 0,
  longestWaitMs: Number.MAX_SAFE_INTEGER,
  longestAbsenceMs: null,
};
