import { type Clock, systemClock } from '../../src/services/clock.ts';

/** How many times faster than on the wall time passes. */
const SPEED = 20;

/** Real time that passes faster from a moment on, so that waiting is real and short; the same in all processes. */
export const fastClock = (since: number): Clock => ({
  now: () => since + (systemClock.now() - since) * SPEED,
  sleep: (ms, signal) => systemClock.sleep(ms / SPEED, signal),
});
