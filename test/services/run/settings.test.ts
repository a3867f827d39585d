import { describe, expect, it } from 'vitest';
import { workSettingsOf } from '../../../src/core/work-settings.ts';
import { shareOf } from '../../../src/services/gate/gate-for.ts';
import { httpLimitsOf } from '../../../src/services/http/limits.ts';
import { runSettingsOf } from '../../../src/services/run/settings.ts';

const CHOSEN = workSettingsOf({
  shareTest: 60,
  shareLive: 30,
  concurrency: 2,
  rowsReadEach: 10,
  freshnessSeconds: 90,
  pilotRows: 12,
  triesPerRow: 3,
  pauseShare: 50,
  phaseSeconds: 7,
  totalSeconds: 21,
});

describe('the settings of a run', () => {
  it('are those that were chosen', () => {
    expect(runSettingsOf(11, 'LIVE', CHOSEN)).toMatchObject({
      concurrency: 2,
      triesPerRow: 3,
      freshness: { kind: 'within', ms: 90_000 },
      breaker: { rows: 50, mostShare: 0.5 },
      pilotRows: 12,
    });
  });

  it('read each customer just before its write up to the number chosen', () => {
    expect(runSettingsOf(10, 'TEST', CHOSEN).freshness).toEqual({ kind: 'each_attempt' });
    expect(runSettingsOf(11, 'TEST', CHOSEN).freshness.kind).toBe('within');
    expect(runSettingsOf(1, 'TEST', { ...CHOSEN, rowsReadEach: 0 }).freshness.kind).toBe('within');
  });

  it('have no pilot with a test key', () => {
    expect(runSettingsOf(100, 'TEST', CHOSEN).pilotRows).toBe(0);
  });

  it('say what each mode uses of the rate, and how long a request may take', () => {
    expect([shareOf(CHOSEN, 'TEST'), shareOf(CHOSEN, 'LIVE')]).toEqual([0.6, 0.3]);
    expect(httpLimitsOf(CHOSEN)).toMatchObject({ phaseTimeoutMs: 7_000, totalTimeoutMs: 21_000 });
  });
});
