import type { Freshness, RunSettings } from '../../core/run-settings.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';

/** What a write just after its read takes, with a few rows at work. */
const IMMEDIATELY_MS = 10_000;
/** Where a server takes so long to show a customer that it would never be immediate, this still is. */
const STILL_IMMEDIATELY_MS = 30_000;
const MINUTE_MS = 60_000;
/** Reading and writing. */
const REQUESTS_PER_ROW = 2;

export interface FreshnessLimitsOptions {
  readonly settings: RunSettings;
  readonly clock: Clock;
  readonly gate: PacedClient['gate'];
}

/** How old what was read may be when a write leaves, and what follows from that at the gate's present rate. */
export class FreshnessLimits {
  readonly #options: FreshnessLimitsOptions;

  constructor(options: FreshnessLimitsOptions) {
    this.#options = options;
  }

  get freshness(): Freshness {
    return this.#options.settings.freshness;
  }

  /** Milliseconds between two requests. */
  get #intervalMs(): number {
    return MINUTE_MS / this.#options.gate.perMinute;
  }

  /**
   * The limit itself. Where the gate lets through less than one request within it, the write takes the very next
   * turn after the read: nothing can be fresher.
   */
  get #limitMs(): number {
    const { freshness } = this;
    const limitMs = freshness.kind === 'within' ? freshness.ms : STILL_IMMEDIATELY_MS;
    return Math.max(limitMs, 1.5 * this.#intervalMs);
  }

  /** Asked when the gate has been passed. A clock that was set back makes everything unread. */
  isFresh(readAt: number): boolean {
    const ageMs = this.#options.clock.now() - readAt;
    return ageMs >= 0 && ageMs <= this.#limitMs;
  }

  /** Whether it will still be fresh after that many other requests have left. */
  staysFresh(readAt: number, requestsBefore: number): boolean {
    const { clock, gate } = this.#options;
    const ageMs = clock.now() - readAt;
    const waitMs = gate.closedForMs + requestsBefore * this.#intervalMs;
    return ageMs >= 0 && ageMs + waitMs <= this.#limitMs;
  }

  /** Rows that can be between reading and writing at a time, so that each is fresh when its write leaves. */
  get rowsAtOnce(): number {
    const aimMs = this.freshness.kind === 'within' ? this.freshness.ms : IMMEDIATELY_MS;
    const fitting = Math.floor(aimMs / this.#intervalMs / REQUESTS_PER_ROW);
    return Math.max(1, Math.min(this.#options.settings.concurrency, fitting));
  }

  /** Writes that can follow one page while it is fresh; those at work already go first. */
  get writesPerPage(): number {
    return Math.max(1, Math.floor(this.#limitMs / this.#intervalMs) - this.#options.settings.concurrency);
  }
}
