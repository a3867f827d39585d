import type { RateInfo } from '../../../src/services/http/rate-headers.ts';

interface Verdict {
  readonly isRefused: boolean;
  readonly rate: RateInfo;
}

/** How a service counts requests: three ways in use, none of which Atlas promises. */
export interface RateServer {
  limit: number;
  take(now: number): Verdict;
}

const MINUTE = 60_000;
/** Whole seconds, as in the header. */
const wholeSeconds = (ms: number): number => Math.ceil(ms / 1000) * 1000;

/** A minute begins with the first request after the last one. */
export class FixedWindow implements RateServer {
  limit = 100;
  #used = 0;
  #endsAt = 0;

  take(now: number): Verdict {
    if (now >= this.#endsAt) {
      this.#used = 0;
      this.#endsAt = now + MINUTE;
    }
    const isRefused = this.#used >= this.limit;
    if (!isRefused) this.#used++;
    const remaining = Math.max(0, this.limit - this.#used);
    const resetInMs = wholeSeconds(this.#endsAt) - Math.floor(now / 1000) * 1000;
    return { isRefused, rate: { limit: this.limit, remaining, resetInMs } };
  }
}

/** The last 60 s count, whenever one looks. */
export class SlidingWindow implements RateServer {
  limit = 100;
  #times: number[] = [];

  take(now: number): Verdict {
    this.#times = this.#times.filter((time) => time > now - MINUTE);
    const isRefused = this.#times.length >= this.limit;
    if (!isRefused) this.#times.push(now);
    const remaining = Math.max(0, this.limit - this.#times.length);
    const resetInMs = wholeSeconds((this.#times[0] ?? now) + MINUTE - now);
    return { isRefused, rate: { limit: this.limit, remaining, resetInMs } };
  }
}

/** Refilled all the time; says when it will be full. */
export class TokenBucket implements RateServer {
  limit = 100;
  #tokens = 100;
  #at = 0;

  take(now: number): Verdict {
    this.#tokens = Math.min(this.limit, this.#tokens + ((now - this.#at) * this.limit) / MINUTE);
    this.#at = now;
    const isRefused = this.#tokens < 1;
    if (!isRefused) this.#tokens--;
    const remaining = Math.floor(this.#tokens);
    const resetInMs = wholeSeconds(((this.limit - this.#tokens) * MINUTE) / this.limit);
    return { isRefused, rate: { limit: this.limit, remaining, resetInMs } };
  }
}
