import { describe, expect, it } from 'vitest';
import { type Departure, Gate } from '../../../src/services/gate/gate.ts';
import { FakeClock } from '../support/fake-clock.ts';

const HOUR = 3_600_000;

function opened() {
  const clock = new FakeClock();
  const gate = new Gate({ clock, share: 0.95 });
  return { clock, gate, start: clock.now() };
}

/** Enters and leaves; a test that may not leave is wrong. */
async function depart(gate: Gate): Promise<Departure> {
  await gate.enter();
  const departure = gate.leave();
  if (!departure) throw new Error('It should be allowed to leave');
  return departure;
}

const asked = (retryAfterMs?: number) => ({ kind: 'asked_to_wait', retryAfterMs }) as const;
const answered = { kind: 'answered' } as const;

describe('after a 429', () => {
  it('one request goes ahead when the time has come, and the rest follow once it is answered', async () => {
    const { clock, gate, start } = opened();
    gate.arrived(await depart(gate), asked(30_000));
    const probe = await depart(gate);
    expect(clock.now() - start).toBeGreaterThanOrEqual(30_000);
    let isIn = false;
    const next = (async () => {
      await gate.enter();
      isIn = true;
    })();
    await clock.sleep(3_000);
    expect(isIn).toBe(false);
    gate.arrived(probe, answered);
    await next;
    expect(clock.now() - start).toBeLessThan(40_000);
  });

  it('a request that had its turn before does not leave', async () => {
    const { gate } = opened();
    const first = await depart(gate);
    await gate.enter();
    gate.arrived(first, asked(30_000));
    expect(gate.leave()).toBeUndefined();
  });

  it('several that were in flight together are one closing', async () => {
    const { gate } = opened();
    const flying = [await depart(gate), await depart(gate), await depart(gate)];
    for (const departure of flying) gate.arrived(departure, asked());
    expect(gate.closedForMs).toBe(5_000);
  });

  it('a probe that is refused too closes the gate for longer, where Atlas does not say how long', async () => {
    const { gate } = opened();
    gate.arrived(await depart(gate), asked());
    gate.arrived(await depart(gate), asked());
    expect(gate.closedForMs).toBe(10_000);
  });

  it.each([{ kind: 'silence' } as const, undefined])(
    'a probe without an answer is followed by another (%o)',
    async (arrival) => {
      const { gate } = opened();
      gate.arrived(await depart(gate), asked(1_000));
      if (arrival) gate.arrived(await depart(gate), arrival);
      else {
        await gate.enter();
        gate.giveBack();
      }
      const second = await depart(gate);
      expect(second.isProbe).toBe(true);
    },
  );

  it('an answer to what was sent before opens nothing', async () => {
    const { gate } = opened();
    const [first, second] = [await depart(gate), await depart(gate)];
    gate.arrived(first, asked(10_000));
    gate.arrived(second, answered);
    expect(gate.closedForMs).toBe(10_000);
    expect((await depart(gate)).isProbe).toBe(true);
  });

  it('asked to wait for ages, a person can go on: one request goes ahead', async () => {
    const { gate } = opened();
    gate.arrived(await depart(gate), asked(1e18));
    expect(gate.closedForMs).toBeGreaterThan(100 * 24 * HOUR);
    gate.reopen();
    expect((await depart(gate)).isProbe).toBe(true);
  });
});

describe('when the machine’s clock jumps', () => {
  it('hours ahead, no more leave at once than after a rest', async () => {
    const { clock, gate } = opened();
    for (let sent = 0; sent < 10; sent++) await gate.enter();
    clock.advance(9 * HOUR);
    const woken = clock.now();
    for (let sent = 0; sent < 10; sent++) await gate.enter();
    expect(clock.now() - woken).toBeGreaterThanOrEqual(3_000);
  });

  it('hours ahead while the gate is closed, what was left is waited for', async () => {
    const { clock, gate } = opened();
    gate.arrived(await depart(gate), asked(130_000));
    const entering = gate.enter();
    await clock.sleep(10_000);
    clock.advance(5 * HOUR);
    const woken = clock.now();
    await entering;
    expect(clock.now() - woken).toBeGreaterThanOrEqual(70_000);
    expect(clock.now() - woken).toBeLessThanOrEqual(131_000);
  });

  it('hours back, the gate opens after the time it was closed for', async () => {
    const { clock, gate } = opened();
    gate.arrived(await depart(gate), asked(30_000));
    clock.advance(-7 * HOUR);
    const then = clock.now();
    await gate.enter();
    expect(clock.now() - then).toBeGreaterThanOrEqual(29_000);
    expect(clock.now() - then).toBeLessThanOrEqual(40_000);
  });
});

it('whoever gives up while the gate is closed goes at once, from any place in the line', async () => {
  const { clock, gate, start } = opened();
  gate.closeFor(HOUR);
  const first = gate.enter();
  const giveUp = new AbortController();
  const second = gate.enter(giveUp.signal);
  giveUp.abort();
  await expect(second).rejects.toThrow('aborted');
  expect(clock.now()).toBe(start);
  await first;
});
