import { expect, it } from 'vitest';
import { Brake } from '../../../src/services/run/brake.ts';
import { FakeClock } from '../support/fake-clock.ts';

function brakeOf() {
  const told: string[] = [];
  const clock = new FakeClock();
  const brake = new Brake({
    clock,
    random: () => 0.5,
    longestAbsenceMs: 15 * 60_000,
    onPause: (reason) => told.push(reason),
    onResume: () => told.push('resumed'),
  });
  return { brake, told, clock };
}

async function isHeld(brake: Brake): Promise<boolean> {
  let held = true;
  void brake.whilePaused().then(() => (held = false));
  await new Promise((resolve) => setImmediate(resolve));
  return held;
}

it('the net coming back does not end a person’s pause', async () => {
  const { brake } = brakeOf();
  brake.pause('person');
  await brake.waitForConnection('refused');
  expect(await isHeld(brake)).toBe(true);
  brake.resume();
  expect(await isHeld(brake)).toBe(false);
});

it('a person’s pause while the net is away lasts after it came back', async () => {
  const { brake } = brakeOf();
  const connecting = brake.waitForConnection('refused');
  brake.pause('person');
  await connecting;
  expect(await isHeld(brake)).toBe(true);
  brake.resume();
  expect(await isHeld(brake)).toBe(false);
});

it('each reason is told once, and going on only when none is left', async () => {
  const { brake, told } = brakeOf();
  await Promise.all([brake.waitForConnection('refused'), brake.waitForConnection('refused')]);
  expect(told).toStrictEqual(['no_connection', 'resumed']);
  brake.pause('person');
  brake.pause('person');
  await brake.waitForConnection('refused');
  brake.resume();
  brake.resume();
  expect(told).toStrictEqual(['no_connection', 'resumed', 'person', 'no_connection', 'person', 'resumed']);
});

it('waiting for the net gets longer, never too long, and begins anew once there was an answer', async () => {
  const { brake, clock } = brakeOf();
  for (let times = 0; times < 10; times++) await brake.waitForConnection('refused');
  expect(clock.sleeps).toStrictEqual(clock.sleeps.toSorted((a, b) => a - b));
  expect(clock.sleeps.at(-1)).toBeLessThanOrEqual(15_000);
  brake.connected();
  await brake.waitForConnection('refused');
  expect(clock.sleeps.at(-1)).toBe(clock.sleeps[0]);
});

it('stopping lets go of everybody, and the weightier reason is kept', async () => {
  const { brake } = brakeOf();
  brake.pause('person');
  brake.stop('stopped');
  expect(await isHeld(brake)).toBe(false);
  brake.pause('person');
  expect(await isHeld(brake)).toBe(false);
  brake.stop('journal_failed', 'disk full');
  brake.stop('key_rejected', 'no');
  expect([brake.stopReason, brake.stopDetail]).toStrictEqual(['journal_failed', 'disk full']);
});

it('a net that is away for over a quarter of an hour is waited for by a person from then on', async () => {
  const { brake, told, clock } = brakeOf();
  const from = clock.now();
  while (clock.now() - from < 14 * 60_000) await brake.waitForConnection('offline');
  expect(told).not.toContain('long_absence');
  for (let times = 0; times < 6; times++) await brake.waitForConnection('offline');
  expect(told.slice(-2)).toStrictEqual(['no_connection', 'long_absence']);
  expect(await isHeld(brake)).toBe(true);
  brake.resume();
  expect(await isHeld(brake)).toBe(false);
  // Told to go on, it gives the net another quarter of an hour.
  await brake.waitForConnection('offline');
  expect(told.at(-1)).toBe('resumed');
});
