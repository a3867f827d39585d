import { describe, expect, it } from 'vitest';
import { estimateRun } from '../../src/core/estimate-run.ts';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';

const MINUTE_MS = 60_000;
const usual = USUAL_WORK_SETTINGS;
const run = { customers: 90, mode: 'TEST', canRead: true, perMinute: 90, work: usual } as const;

describe('what applying is expected to cost', () => {
  it('is two requests a customer for small runs, and hardly more than one for large ones', () => {
    expect(estimateRun(run)).toEqual({ requests: 180, perMinute: 90, ms: 2 * MINUTE_MS });
    expect(estimateRun({ ...run, customers: 10_000 }).requests).toBe(10_500);
  });

  it('is as many requests as customers where the key can’t read', () => {
    expect(estimateRun({ ...run, canRead: false }).requests).toBe(90);
  });

  it('follows the rate that is let through, and until it is known the share that was chosen', () => {
    expect(estimateRun({ ...run, perMinute: 180 }).ms).toBe(MINUTE_MS);
    const atFirst = { ...run, perMinute: 0 };
    expect(estimateRun(atFirst).perMinute).toBeCloseTo(90.25);
    expect(estimateRun({ ...atFirst, mode: 'LIVE' }).perMinute).toBeCloseTo(71.25);
    expect(estimateRun({ ...atFirst, work: { ...usual, shareTest: 50 } }).perMinute).toBeCloseTo(47.5);
    expect(estimateRun({ ...atFirst, work: { ...usual, shareLive: 50 } }).perMinute).toBeCloseTo(90.25);
  });

  it('follows the freshness that was chosen', () => {
    const each = { ...usual, rowsReadEach: 1_000 };
    expect(estimateRun({ ...run, customers: 1_000, work: each }).requests).toBe(2_000);
    expect(estimateRun({ ...run, work: { ...usual, rowsReadEach: 89 } }).requests).toBe(95);
  });
});
