import type { Mode } from '../../core/plan.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import { USUAL_WORK_SETTINGS, type WorkSettings } from '../../core/work-settings.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const LEAST_RETRY_BUDGET = 50;
const RETRY_SHARE = 0.1;
const BREAKER_ROWS = 50;

/** How a run of so many updates works, where these settings were chosen. */
export const runSettingsOf = (updates: number, mode: Mode, work: WorkSettings): RunSettings => ({
  concurrency: work.concurrency,
  triesPerRow: work.triesPerRow,
  settleMs: 2_000,
  freshness:
    updates <= work.rowsReadEach
      ? { kind: 'each_attempt' }
      : { kind: 'within', ms: work.freshnessSeconds * SECOND_MS },
  retryBudget: Math.max(LEAST_RETRY_BUDGET, Math.ceil(updates * RETRY_SHARE)),
  breaker: { rows: BREAKER_ROWS, mostShare: work.pauseShare / 100 },
  pilotRows: mode === 'LIVE' ? work.pilotRows : 0,
  longestWaitMs: 10 * MINUTE_MS,
  longestAbsenceMs: mode === 'LIVE' ? 15 * MINUTE_MS : null,
});

export const defaultRunSettings = (updates: number, mode: Mode): RunSettings =>
  runSettingsOf(updates, mode, USUAL_WORK_SETTINGS);
