import { type Clock, systemClock } from '../../src/services/clock.ts';

/** Real time that passes faster, so that waiting is real and short. */
export function fastClock(speed: number): Clock {
  const startedAt = systemClock.now();
  return {
    now: () => startedAt + (systemClock.now() - startedAt) * speed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
  };
}
