import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/services/gate/gate.ts';
import { FakeClock } from '../support/fake-clock.ts';

const MINUTE = 60_000;

const gateAt = (share: number) => {
  const clock = new FakeClock();
  return { clock, gate: new Gate({ clock, share }) };
};

const learn = (gate: Gate, limit: number): void =>
  gate.observe({ limit, remaining: undefined, resetInMs: undefined });

/** When each of so many requests left, in ms from the first. */
async function departures(gate: Gate, clock: FakeClock, count: number): Promise<readonly number[]> {
  const start = clock.now();
  const times: number[] = [];
  for (let sent = 0; sent < count; sent++) {
    await gate.enter();
    times.push(clock.now() - start);
  }
  return times;
}

/** The most requests in any 60 s. */
function busiestMinute(times: readonly number[]): number {
  return Math.max(
    ...times.map((start) => times.filter((time) => time >= start && time < start + MINUTE).length),
  );
}

describe('the gate', () => {
  it('lets 95 a minute through while the limit is not known, never more than 100 in any minute', async () => {
    const { clock, gate } = gateAt(0.95);
    expect(gate.perMinute).toBe(95);
    const times = await departures(gate, clock, 500);
    expect(busiestMinute(times)).toBeLessThanOrEqual(100);
    expect(busiestMinute(times.slice(10))).toBeGreaterThanOrEqual(95);
  });

  it.each([
    [100, 0.95],
    [100, 0.75],
    [60, 0.95],
    [20, 0.95],
    [10, 0.95],
    [3, 0.95],
    [1000, 0.95],
    [100, 1],
  ])('at a limit of %i and a share of %f uses its share and never breaks the limit', async (limit, share) => {
    const { clock, gate } = gateAt(share);
    learn(gate, limit);
    expect(gate.perMinute).toBeCloseTo(limit * share);
    const count = Math.ceil(limit * 10);
    const times = await departures(gate, clock, count);
    expect(busiestMinute(times)).toBeLessThanOrEqual(limit);
    const minutes = (times.at(-1) ?? 0) / MINUTE;
    expect((count - 1) / minutes).toBeGreaterThanOrEqual(0.95 * limit * share);
  });

  it('slows down at once when the limit falls', async () => {
    const { clock, gate } = gateAt(0.95);
    learn(gate, 1000);
    await departures(gate, clock, 50);
    learn(gate, 20);
    expect(busiestMinute(await departures(gate, clock, 100))).toBeLessThanOrEqual(20);
  });

  it('after a rest lets few through at once', async () => {
    const { clock, gate } = gateAt(0.95);
    learn(gate, 100);
    clock.advance(10 * MINUTE);
    const times = await departures(gate, clock, 20);
    expect(times.filter((time) => time === 0).length).toBeLessThanOrEqual(4);
  });

  it('closed by a 429 keeps everybody waiting, and opens no earlier when told less later', async () => {
    const { clock, gate } = gateAt(0.95);
    const start = clock.now();
    gate.closeFor(30_000);
    gate.closeFor(1_000);
    const times = await Promise.all(
      [1, 2, 3].map(async () => {
        await gate.enter();
        return clock.now() - start;
      }),
    );
    expect(Math.min(...times)).toBeGreaterThanOrEqual(30_000);
  });

  it('closed while somebody waits for a turn keeps that one too', async () => {
    const { clock, gate } = gateAt(0.95);
    await departures(gate, clock, 4);
    const start = clock.now();
    const entering = gate.enter();
    gate.closeFor(20_000);
    await entering;
    expect(clock.now() - start).toBeGreaterThanOrEqual(20_000);
  });

  it('closed for ages wakes up now and then, because a timer can’t run that long', async () => {
    const { clock, gate } = gateAt(0.95);
    gate.closeFor(60 * 24 * 60 * MINUTE);
    await gate.enter();
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(2 ** 31 - 1);
  });

  it('waits until the window begins anew when somebody else has used it up', async () => {
    const { clock, gate } = gateAt(0.95);
    const start = clock.now();
    gate.observe({ limit: 100, remaining: 0, resetInMs: 12_000 });
    await gate.enter();
    expect(clock.now() - start).toBeGreaterThanOrEqual(12_000);
  });

  it('lets whoever gives up go at once, without holding up those behind', async () => {
    const { clock, gate } = gateAt(0.95);
    await departures(gate, clock, 4);
    const giveUp = new AbortController();
    const first = gate.enter(giveUp.signal);
    const second = gate.enter();
    giveUp.abort();
    await expect(first).rejects.toThrow('aborted');
    await expect(second).resolves.toBeUndefined();
  });

  it('is passed in the order of arrival', async () => {
    const { gate } = gateAt(0.95);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        await gate.enter();
        order.push(number);
      }),
    );
    expect(order).toStrictEqual(order.toSorted((a, b) => a - b));
  });
});
