import { describe, expect, it } from 'vitest';
import { Pace } from '../../../src/services/run/pace.ts';

describe('the pace of a run', () => {
  it('is not said before there is something to go by', () => {
    let now = 0;
    const pace = new Pace(() => now);
    expect(pace.rate(10)).toBeUndefined();
    pace.ended();
    now = 500;
    expect(pace.rate(10)).toBeUndefined();
  });

  it('is that of the last minute, and what is left goes by it', () => {
    let now = 0;
    const pace = new Pace(() => now);
    // A hundred a minute, then fifty.
    for (; now < 120_000; now += 600) pace.ended();
    expect(pace.rate(50)).toEqual({
      perMinute: expect.closeTo(100, 0) as number,
      leftMs: expect.closeTo(30_000, -3) as number,
    });
    for (; now < 240_000; now += 1_200) pace.ended();
    expect(pace.rate(50)?.perMinute).toBeCloseTo(50, 0);
  });

  it('remembers no more than it needs', () => {
    let now = 0;
    const pace = new Pace(() => now);
    for (; now < 3_600_000; now += 10) {
      pace.ended();
      if (now % 1_000 === 0) pace.rate(1);
    }
    expect(pace.rate(1)?.perMinute).toBeCloseTo(6_000, -2);
  });
});
