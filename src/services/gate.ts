import type { Mode } from '../core/plan.ts';
import type { Clock } from './clock.ts';
import type { RateInfo } from './http/rate-headers.ts';

/** Share of the limit used by default: a live key may serve other systems as well. */
export const DEFAULT_SHARE: { readonly [mode in Mode]: number } = { LIVE: 0.75, TEST: 0.95 };

/** Source: Atlas' standard limit is 100 a minute; until an answer says otherwise a little less is used. */
const UNKNOWN_LIMIT_PER_MINUTE = 95;
/** Requests that may leave at once after a rest; less where the limit is low, so that no minute holds more than it. */
const MOST_BURST = 4;
/** Where the limit is high, what comes in between two ticks of the timer, so that the timer is not the limit. */
const BURST_MS = 20;
const MINUTE_MS = 60_000;
/** No sleep is longer: timers take no more than 24.8 days, and a machine that slept looks at the clock again. */
const LONGEST_SLEEP_MS = MINUTE_MS;

export interface GateOptions {
  readonly clock: Clock;
  /** Of the limit, above 0 up to 1. */
  readonly share: number;
}

/**
 * The one gate through which all requests of a key leave: a token bucket at a share of the limit Atlas
 * reports, closed for everybody while Atlas asks to wait.
 */
export class Gate {
  readonly #clock: Clock;
  readonly #share: number;
  #perMinute = UNKNOWN_LIMIT_PER_MINUTE;
  #burst = MOST_BURST;
  #tokens = MOST_BURST;
  #refilledAt: number;
  #closedUntil = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor({ clock, share }: GateOptions) {
    this.#clock = clock;
    this.#share = share;
    this.#refilledAt = clock.now();
  }

  /** Requests a minute that may leave now. */
  get perMinute(): number {
    return this.#perMinute;
  }

  /** Milliseconds for which the gate stays closed; 0 when it is open. */
  get closedForMs(): number {
    return Math.max(0, this.#closedUntil - this.#clock.now());
  }

  /** Waits for the right to send one request, first come, first served. Rejects when the signal is aborted first. */
  async enter(signal?: AbortSignal): Promise<void> {
    const before = this.#queue;
    const mine = before.then(() => this.#takeToken(signal));
    // Whoever gave up does not hold up those behind.
    this.#queue = mine.catch(() => undefined);
    await mine;
  }

  /** Learns from an answer's headers. */
  observe({ limit, remaining, resetInMs }: RateInfo): void {
    const perMinute = Math.max(1, limit * this.#share);
    if (perMinute !== this.#perMinute) {
      this.#refill();
      this.#perMinute = perMinute;
      const most = Math.max(MOST_BURST, (perMinute * BURST_MS) / MINUTE_MS);
      this.#burst = Math.max(1, Math.min(most, Math.floor(limit - perMinute)));
    }
    // Nothing is left in this window, whoever used it up: the next request would be a 429.
    if (remaining === 0 && resetInMs !== undefined) this.closeFor(Math.min(resetInMs, MINUTE_MS));
  }

  /** Closes the gate for everybody. Never opens it earlier than it would have been. */
  closeFor(ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + ms);
  }

  async #takeToken(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      this.#refill();
      const waitMs = Math.max(this.closedForMs, this.#tokens >= 1 ? 0 : this.#untilNextTokenMs());
      if (waitMs <= 0) break;
      await this.#clock.sleep(Math.min(waitMs, LONGEST_SLEEP_MS), signal);
    }
    this.#tokens -= 1;
  }

  #untilNextTokenMs(): number {
    return Math.ceil(((1 - this.#tokens) * MINUTE_MS) / this.#perMinute);
  }

  #refill(): void {
    const now = this.#clock.now();
    const elapsedMs = Math.max(0, now - this.#refilledAt);
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsedMs * this.#perMinute) / MINUTE_MS);
    this.#refilledAt = now;
  }
}
