export interface RateStanding {
  readonly isAllowed: boolean;
  /** `X-RateLimit-*`, and `Retry-After` where the request is refused. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** Headers need a number even where there is no limit. */
const UNLIMITED = 1_000_000_000;

/**
 * Requests per minute for each key. A minute begins with the first request after the previous one ended.
 * Times are milliseconds of the clock that was passed in; headers carry whole seconds, rounded up, so that
 * who waits as told is never early.
 */
export class RateLimit {
  readonly #now: () => number;
  readonly #windowMs: number;
  readonly #windowsByKey = new Map<string, Window>();
  #limit: number;

  constructor(options: {
    readonly now: () => number;
    readonly perWindow: number;
    readonly windowMs: number;
  }) {
    this.#now = options.now;
    this.#limit = options.perWindow;
    this.#windowMs = options.windowMs;
  }

  /** Takes effect at once: what was used in the running minute still counts. */
  setLimit(perWindow: number): void {
    this.#limit = perWindow;
  }

  /** Counts one request, unless it is refused. */
  take(key: string): RateStanding {
    const window = this.#window(key);
    this.#windowsByKey.set(key, window);
    if (window.used >= this.#limit) {
      const waitSeconds = Math.max(1, Math.ceil((window.endsAt - this.#now()) / 1000));
      return { isAllowed: false, headers: { ...this.#headers(window), 'retry-after': String(waitSeconds) } };
    }
    window.used++;
    return { isAllowed: true, headers: this.#headers(window) };
  }

  /** The headers for a request that is not counted: its key is unknown. */
  untouched(): Readonly<Record<string, string>> {
    return this.#headers({ used: 0, endsAt: this.#now() + this.#windowMs });
  }

  #window(key: string): Window {
    const now = this.#now();
    const open = this.#windowsByKey.get(key);
    return open !== undefined && now < open.endsAt ? open : { used: 0, endsAt: now + this.#windowMs };
  }

  #headers({ used, endsAt }: Window): Readonly<Record<string, string>> {
    const limit = Number.isFinite(this.#limit) ? this.#limit : UNLIMITED;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Number.isFinite(this.#limit) ? Math.max(0, limit - used) : UNLIMITED),
      'x-ratelimit-reset': String(Math.ceil(endsAt / 1000)),
    };
  }
}
