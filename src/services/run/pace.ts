const WINDOW_MS = 60_000;
/** In less time than this a rate means nothing. */
const LEAST_SPAN_MS = 1_000;

export interface Rate {
  readonly perMinute: number;
  /** Milliseconds until the rest has ended, at this rate. */
  readonly leftMs: number;
}

/** Rows ended per minute, over the last minute, and what is left by that. */
export class Pace {
  readonly #now: () => number;
  readonly #startedAt: number;
  /** When rows ended; those before `#first` are older than the window. */
  #ends: number[] = [];
  #first = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  ended(): void {
    this.#ends.push(this.#now());
  }

  /** `undefined` until there is something to go by. */
  rate(left: number): Rate | undefined {
    const now = this.#now();
    while ((this.#ends[this.#first] ?? now) < now - WINDOW_MS) this.#first++;
    if (this.#first > 10_000) {
      this.#ends = this.#ends.slice(this.#first);
      this.#first = 0;
    }
    const spanMs = Math.min(WINDOW_MS, now - this.#startedAt);
    const ended = this.#ends.length - this.#first;
    if (spanMs < LEAST_SPAN_MS || ended === 0) return undefined;
    const perMinute = (ended * 60_000) / spanMs;
    return { perMinute, leftMs: (left / perMinute) * 60_000 };
  }
}
