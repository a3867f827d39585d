import { describe, expect, it } from 'vitest';
import { estimateRun } from '../../src/core/estimate-run.ts';

const MINUTE_MS = 60_000;
const run = { customers: 90, mode: 'TEST', canRead: true } as const;

describe('what applying is expected to cost', () => {
  it('is two requests a customer for small runs, and hardly more than one for large ones', () => {
    expect(estimateRun(run)).toEqual({ requests: 180, perMinute: 90, ms: 2 * MINUTE_MS });
    expect(estimateRun({ ...run, customers: 10_000 }).requests).toBe(10_500);
  });

  it('is as many requests as customers where the key can’t read', () => {
    expect(estimateRun({ ...run, canRead: false }).requests).toBe(90);
  });

  it('follows the rate that is let through, and knows one until then', () => {
    expect(estimateRun({ ...run, perMinute: 180 }).ms).toBe(MINUTE_MS);
    expect(estimateRun({ ...run, perMinute: 0 }).perMinute).toBe(90);
    expect(estimateRun({ ...run, mode: 'LIVE' }).ms).toBeGreaterThan(estimateRun(run).ms);
  });

  it('follows the freshness that was chosen', () => {
    expect(estimateRun({ ...run, customers: 1_000, freshness: { kind: 'each_attempt' } }).requests).toBe(
      2_000,
    );
    expect(estimateRun({ ...run, freshness: { kind: 'within', ms: 1 } }).requests).toBe(95);
  });
});
