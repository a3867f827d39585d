import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/services/gate/gate.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FixedWindow, type RateServer, SlidingWindow, TokenBucket } from './simulated-server.ts';

const MINUTE = 60_000;
const SERVERS = [
  ['a fixed window', () => new FixedWindow()],
  ['a sliding window', () => new SlidingWindow()],
  ['a token bucket', () => new TokenBucket()],
] as const;

interface Scene {
  readonly server: RateServer;
  readonly share?: number;
  readonly minutes: number;
  /** Requests of somebody else a minute, evenly, at a minute of the scene. */
  readonly others?: (minute: number) => number;
  readonly limitAt?: (minute: number) => number;
}

/** How requests of ours and of others fared, minute by minute. */
async function play({ server, share = 0.95, minutes, others = () => 0, limitAt }: Scene) {
  const clock = new FakeClock();
  const gate = new Gate({ clock, share });
  const start = clock.now();
  const minuteNow = () => (clock.now() - start) / MINUTE;
  const ours = Array.from({ length: minutes }, () => 0);
  const refused = { ours: 0, others: 0 };
  const isOver = () => minuteNow() >= minutes;

  async function sendOurs(): Promise<void> {
    for (;;) {
      await gate.enter();
      if (isOver()) return;
      const departure = gate.leave();
      if (!departure) continue;
      const sentAt = clock.now();
      if (limitAt) server.limit = limitAt(minuteNow());
      const { isRefused, rate } = server.take(sentAt);
      ours[Math.floor(minuteNow())] = (ours[Math.floor(minuteNow())] ?? 0) + (isRefused ? 0 : 1);
      if (isRefused) refused.ours++;
      await clock.sleep(150);
      gate.observe({ ...rate, sentAt });
      gate.arrived(
        departure,
        isRefused ? { kind: 'asked_to_wait', retryAfterMs: 1000 } : { kind: 'answered' },
      );
    }
  }

  async function sendOthers(): Promise<void> {
    while (!isOver()) {
      const rate = others(minuteNow());
      await clock.sleep(rate === 0 ? 1000 : MINUTE / rate);
      if (rate > 0 && server.take(clock.now()).isRefused) refused.others++;
    }
  }

  await Promise.all([sendOurs(), sendOurs(), sendOurs(), sendOurs(), sendOthers()]);
  return { ours, refused };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe.each(SERVERS)('a server that counts in %s', (_, make) => {
  it.each([0.75, 0.95])(
    'alone we use at least 95 percent of our share of %f, and nothing is refused',
    async (share) => {
      const { ours, refused } = await play({ server: make(), share, minutes: 12 });
      expect(refused).toStrictEqual({ ours: 0, others: 0 });
      expect(sum(ours.slice(2)) / 10).toBeGreaterThanOrEqual(0.95 * share * 100);
    },
  );

  it.each([0.75, 0.95])('somebody else at 30 a minute gets no 429, nor do we (share %f)', async (share) => {
    for (const from of [0, 0.3, 1.7, 2.5, 3.1, 3.85, 4.5]) {
      const others = (minute: number) => (minute >= from ? 30 : 0);
      const { ours, refused } = await play({ server: make(), share, minutes: 15, others });
      expect(refused, `others from minute ${from}`).toStrictEqual({ ours: 0, others: 0 });
      // What they leave is used.
      expect(sum(ours.slice(5)) / 10).toBeGreaterThanOrEqual(50);
    }
  });

  it('when they stop, we are back at our share within a few minutes', async () => {
    const others = (minute: number) => (minute < 6 ? 30 : 0);
    const { ours } = await play({ server: make(), minutes: 15, others });
    expect(sum(ours.slice(10)) / 5).toBeGreaterThanOrEqual(0.95 * 95);
  });
});

it('a limit that falls and recovers midway is followed', async () => {
  const limitAt = (minute: number) => (minute >= 4 && minute < 8 ? 40 : 100);
  const { ours } = await play({ server: new FixedWindow(), minutes: 14, limitAt });
  expect(Math.max(...ours.slice(5, 8))).toBeLessThanOrEqual(40);
  expect(sum(ours.slice(5, 8)) / 3).toBeGreaterThanOrEqual(0.95 * 38);
  expect(sum(ours.slice(10)) / 4).toBeGreaterThanOrEqual(0.95 * 95);
});
