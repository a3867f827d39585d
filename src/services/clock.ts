import { setTimeout as sleepFor } from 'node:timers/promises';

/** Time comes in as a parameter, so that a run of an hour can be tested in a second. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleepFor(ms, undefined, signal ? { signal } : {});
  },
};

export const isoTime = (clock: Clock): string => new Date(clock.now()).toISOString();
