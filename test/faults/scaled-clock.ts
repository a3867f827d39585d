import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock } from '../../src/services/clock.ts';

/**
 * Real time, so many times faster: back-offs and settling delays of seconds take milliseconds, and keep their order
 * against the server's own delays, which run in real time.
 */
export class ScaledClock implements Clock {
  readonly speed: number;
  readonly #startedAt = performance.now();
  readonly #startMs: number;

  constructor(speed: number, startMs: number) {
    this.speed = speed;
    this.#startMs = startMs;
  }

  readonly now = (): number => Math.floor(this.#startMs + (performance.now() - this.#startedAt) * this.speed);

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await sleepFor(ms / this.speed, undefined, signal ? { signal } : {});
  }
}
