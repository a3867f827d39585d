import type { Clock } from '../../../src/services/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

const START = Date.parse('2026-03-01T12:00:00Z');

/**
 * Time that passes only while somebody sleeps, and then at once: whoever is due first is woken, after
 * everything that was ready to run has run.
 */
export class FakeClock implements Clock {
  /** Every sleep that was asked for, in ms. */
  readonly sleeps: number[] = [];
  #now: number;
  #sleepers: Sleeper[] = [];
  #isTurning = false;

  constructor(startMs: number = START) {
    this.#now = startMs;
  }

  readonly now = (): number => this.#now;

  /** Lets time pass without anybody sleeping. */
  advance(ms: number): void {
    this.#now += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.sleeps.push(ms);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Error('aborted'));
        return;
      }
      const sleeper: Sleeper = { at: this.#now + ms, wake: resolve };
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(new Error('aborted'));
      });
      this.#sleepers.push(sleeper);
      if (!this.#isTurning) void this.#turn();
    });
  }

  async #turn(): Promise<void> {
    this.#isTurning = true;
    while (this.#sleepers.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#sleepers.toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#isTurning = false;
  }
}

/** Tells of each wait before it begins, so that a test can have something happen during it. */
export class TellingClock extends FakeClock {
  onSleep: (ms: number) => void = () => undefined;

  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.onSleep(ms);
    return super.sleep(ms, signal);
  }
}

/** Lets real time pass. */
export const realMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
