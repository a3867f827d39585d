type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an answer says about the key's rate limit. */
export interface RateInfo {
  /** Requests a minute. */
  readonly limit: number;
  readonly remaining: number | undefined;
  /** Milliseconds until the window begins anew, by the answer's own clock. */
  readonly resetInMs: number | undefined;
  /** When the request left: what remains does not count all that left after it. */
  readonly sentAt?: number;
}

/** Seconds since 1970 are more than that; less are seconds from now, as some servers have it. */
const LEAST_EPOCH_SECONDS = 100_000_000;

/** `undefined` where the answer says nothing of a limit, or nothing that makes sense. */
export function rateInfoOf(headers: Headers, nowMs: number): RateInfo | undefined {
  const limit = wholeNumber(headers['x-ratelimit-limit']);
  if (limit === undefined || limit <= 0) return undefined;
  return {
    limit,
    remaining: wholeNumber(headers['x-ratelimit-remaining']),
    resetInMs: resetInMs(headers, nowMs),
  };
}

function resetInMs(headers: Headers, nowMs: number): number | undefined {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (reset === undefined) return undefined;
  if (reset < LEAST_EPOCH_SECONDS) return reset * 1000;
  return Math.max(0, reset * 1000 - (serverNow(headers) ?? nowMs));
}

/**
 * How long a 429 or 503 asks to wait, in ms. A date is counted from the answer's own `Date`, so that a clock
 * that is wrong here does no harm; `undefined` where nothing usable was said. Of several the longest counts.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const values = [headers['retry-after']].flat().filter((value) => typeof value === 'string');
  const waits = values.map((value) => waitOf(value, headers, nowMs)).filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** However many digits: a wait longer than anybody lives is still no invitation to come back at once. */
const SECONDS = /^\s*\d+\s*$/;
/** The three forms of HTTP, and ISO's: `Date.parse` takes "-5" and "1.5" for dates too. */
const HTTP_DATE = /^\s*([A-Z][a-z]+,? .*\d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d)/;
const HAS_ZONE = /(GMT|UTC|Z|[+-]\d\d:?\d\d)\s*$/;

function waitOf(value: string, headers: Headers, nowMs: number): number | undefined {
  if (SECONDS.test(value)) return Number(value) * 1000;
  if (!HTTP_DATE.test(value)) return undefined;
  // The oldest form has no zone and means GMT; it would be read in the machine's own.
  const date = Date.parse(
    HAS_ZONE.test(value) ? value : `${value.trim()}${value.includes('T') ? 'Z' : ' GMT'}`,
  );
  if (Number.isNaN(date)) return undefined;
  const now = serverNow(headers);
  if (now !== undefined) return Math.max(0, date - now);
  // By a clock that may be wrong by hours a time that has passed says nothing.
  return date > nowMs ? date - nowMs : undefined;
}

function serverNow(headers: Headers): number | undefined {
  const date = typeof headers['date'] === 'string' ? Date.parse(headers['date']) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

function wholeNumber(value: string | readonly string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined;
}
