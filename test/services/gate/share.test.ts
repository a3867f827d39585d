import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/services/clock.ts';
import { Gate } from '../../../src/services/gate/gate.ts';
import { SharedFile } from '../../../src/services/gate/shared-file.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryDataFolder } from '../support/kept-runs.ts';

const MINUTE = 60_000;
const learn = (gate: Gate, limit: number): void =>
  gate.observe({ limit, remaining: undefined, resetInMs: undefined });

async function inNextMinutes(gate: Gate, clock: FakeClock, minutes: number): Promise<number> {
  const until = clock.now() + minutes * MINUTE;
  for (let sent = 0; ; sent++) {
    await gate.enter();
    if (clock.now() >= until) return sent / minutes;
  }
}

describe('another share of the rate', () => {
  it('holds at once, up and down, and for requests that wait already', async () => {
    const clock = new FakeClock();
    const gate = new Gate({ clock, share: 0.95 });
    learn(gate, 100);
    expect(await inNextMinutes(gate, clock, 5)).toBeGreaterThan(90);
    gate.useShare(0.2);
    expect(gate.perMinute).toBeCloseTo(20);
    const slow = await inNextMinutes(gate, clock, 5);
    expect(slow).toBeGreaterThan(18);
    expect(slow).toBeLessThan(22);
    gate.useShare(0.5);
    expect(gate.perMinute).toBeCloseTo(50);
    expect(await inNextMinutes(gate, clock, 5)).toBeGreaterThan(47);
  });

  it('does not open a gate that Atlas closed', async () => {
    const clock = new FakeClock();
    const gate = new Gate({ clock, share: 0.5 });
    gate.closeFor(30_000);
    gate.useShare(1);
    expect(gate.closedForMs).toBe(30_000);
    const closedAt = clock.now();
    await gate.enter();
    expect(clock.now() - closedAt).toBeGreaterThanOrEqual(30_000);
  });

  it('is each program’s own where several share a key', async () => {
    const folder = await temporaryDataFolder();
    const gateAt = (share: number, id: string): Gate =>
      new Gate({
        clock: systemClock,
        share,
        shared: {
          state: new SharedFile(folder, () => systemClock.now()),
          id,
          onNotice: (why) => {
            throw new Error(why);
          },
        },
      });
    const one = gateAt(0.95, 'one');
    const other = gateAt(0.95, 'other');
    await one.enter();
    learn(one, 1_000);
    await one.enter();
    other.useShare(0.1);
    await other.enter();
    expect(other.perMinute).toBeCloseTo(100);
    await one.enter();
    expect(one.perMinute).toBeCloseTo(950);
  });
});
