type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an answer says about the key's rate limit. */
export interface RateInfo {
  /** Requests a minute. */
  readonly limit: number;
  readonly remaining: number | undefined;
  /** Milliseconds until the window begins anew, by the answer's own clock. */
  readonly resetInMs: number | undefined;
}

export function rateInfoOf(headers: Headers, nowMs: number): RateInfo | undefined {
  const limit = wholeNumber(headers['x-ratelimit-limit']);
  if (limit === undefined || limit <= 0) return undefined;
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  return {
    limit,
    remaining: wholeNumber(headers['x-ratelimit-remaining']),
    resetInMs: reset === undefined ? undefined : Math.max(0, reset * 1000 - serverNow(headers, nowMs)),
  };
}

/**
 * How long a 429 or 503 asks to wait, in ms. A date is counted from the answer's own `Date`, so that a clock
 * that is wrong here does no harm; `undefined` where nothing usable was said.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const value = headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  const seconds = wholeNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  // `Date.parse` takes "-5" and "1.5" for dates too.
  const date = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - serverNow(headers, nowMs));
}

const HTTP_DATE = /^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/;

function serverNow(headers: Headers, nowMs: number): number {
  const date = typeof headers['date'] === 'string' ? Date.parse(headers['date']) : Number.NaN;
  return Number.isNaN(date) ? nowMs : date;
}

function wholeNumber(value: string | readonly string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined;
}
