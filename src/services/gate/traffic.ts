import type { RateInfo } from '../http/rate-headers.ts';
import { countBetween, type Tally, tallyUp } from './tally.ts';

/**
 * What is known of who uses the key. Atlas says what remains, never who used the rest; others' use is what our own
 * does not explain. How Atlas counts is not documented, so three readings are made of the same numbers, none
 * of which sees others where there are none, and the one that sees most counts.
 */
export interface Traffic {
  /** Requests of ours so far. */
  taken: number;
  own: Tally;
  /** Requests of others, as `Remaining` fell further than by ours. */
  others: Tally;
  /** What remains plus what we took: it stays the same while nobody else sends, and rises where a window begins anew. */
  level: number | null;
  seenAt: number;
  /** Others in the last window, if Atlas counts a sliding one. */
  sliding: number;
  /** The same as it was during the last quarter of a window. */
  slidBefore: Tally;
  /** As last seen. */
  remaining: number;
  bucket: BucketReading;
  reset: { at: number; since: number; movedAt: number };
  /** What may be used until the window begins anew, so that others get through it. */
  budget: { perWindow: number; until: number } | null;
}

/** Atlas as a bucket that is refilled all the time: then others show only in how fast it empties. */
interface BucketReading {
  /** So long Atlas is taken for a bucket. */
  until: number;
  others: number;
  anchor: { at: number; used: number; taken: number } | null;
  /** The most that was ever used up within the window that began then. */
  period: { from: number; most: number };
  jumpedAt: number;
}

const NEVER = 0;
/** The headers' times are whole seconds on both sides. */
const HEADER_MS = 1_500;
/** Below it a reset in whole seconds says nothing useful about a rate. */
const LEAST_BUDGETED_MS = 5_000;
/** What is not known exactly of our own use in a sliding window. */
const LEAST_GROWTH = 1.5;
/** Windows for which a conclusion about how Atlas counts holds. */
const BELIEVED_WINDOWS = 10;

/** @param taken rights taken so far; that count goes on when everything else is forgotten */
export function noTraffic(now: number, taken = 0): Traffic {
  return {
    taken,
    own: [],
    others: [],
    level: null,
    seenAt: now,
    sliding: 0,
    slidBefore: [],
    remaining: 0,
    bucket: { until: NEVER, others: 0, anchor: null, period: { from: now, most: 0 }, jumpedAt: NEVER },
    reset: { at: NEVER, since: now, movedAt: NEVER },
    budget: null,
  };
}

export function countOwn(traffic: Traffic, count: number, now: number, windowMs: number): void {
  traffic.taken += count;
  tallyUp(traffic.own, now, count, windowMs);
}

/** An answer's headers, with what was under way meanwhile. */
export interface Observed {
  readonly rate: RateInfo;
  /** Requests of ours that left after the one that was answered: Atlas may have counted them, or not yet. */
  readonly unsure: number;
  readonly now: number;
  readonly windowMs: number;
}

export function observeTraffic(traffic: Traffic, observed: Observed): void {
  const { rate, now } = observed;
  const { limit, remaining } = rate;
  if (remaining === undefined) return;
  const used = Math.max(0, limit - remaining);
  const rise = followLevel(traffic, remaining, observed);
  traffic.remaining = remaining;
  readAsSliding(traffic, used, observed);
  readAsBucket(traffic, used, rise, observed);
  followReset(traffic, observed);
  traffic.seenAt = now;
}

/**
 * Others' use as the fall of the level.
 *
 * @returns how far the level rose: a window began anew, or what was counted long ago no longer is
 */
function followLevel(traffic: Traffic, remaining: number, { unsure, now, windowMs }: Observed): number {
  const level = remaining + traffic.taken;
  if (traffic.level === null) {
    traffic.level = level - 2 * unsure;
    return 0;
  }
  if (level < traffic.level) {
    // After a long silence nobody knows when it was.
    tallyUp(traffic.others, (traffic.seenAt + now) / 2, traffic.level - level, windowMs);
    traffic.level = level;
    return 0;
  }
  const rise = level - traffic.level;
  // Answers overtake each other: a little more or less is nobody's use.
  if (rise <= 2 * unsure + 2) return 0;
  traffic.level = level - 2 * unsure;
  return rise;
}

function readAsSliding(traffic: Traffic, used: number, { rate, now, windowMs }: Observed): void {
  const { slidBefore } = traffic;
  // A little below nothing is what is not known of our own, and grows like the rest when somebody begins.
  const least = isFixedWindow(traffic, now, windowMs) ? 0 : -rate.limit / 20;
  traffic.sliding = Math.max(least, used - countBetween(traffic.own, now - windowMs, now + 1, windowMs));
  const last = slidBefore.at(-1);
  if (!last || now - last.at >= windowMs / 60) slidBefore.push({ at: now, count: traffic.sliding });
  while (slidBefore[0] && slidBefore[0].at < now - windowMs / 4) slidBefore.shift();
}

function readAsBucket(traffic: Traffic, used: number, rise: number, observed: Observed): void {
  const { bucket } = traffic;
  const { rate, now, windowMs } = observed;
  const { limit } = rate;
  // Windows begin anew all at once; a bucket gets no more than its rate.
  const refilled = (limit * (now - traffic.seenAt)) / windowMs;
  if (rise > Math.max(10, limit / 5) + 2 * refilled) bucket.jumpedAt = now;
  bucket.period.most = Math.max(bucket.period.most, used);
  if (now - bucket.period.from >= windowMs) {
    const own = countBetween(traffic.own, now - windowMs, now + 1, windowMs);
    const isEmptied = bucket.period.most >= own / 2;
    if (own >= limit / 5 && !isEmptied) bucket.until = now + BELIEVED_WINDOWS * windowMs;
    bucket.period = { from: now, most: used };
  }
  const hasJumped = bucket.jumpedAt !== NEVER && now - bucket.jumpedAt < BELIEVED_WINDOWS * windowMs;
  const isLow = used >= Math.max(5, limit / 10);
  if (now >= bucket.until || hasJumped || !isLow) {
    bucket.anchor = null;
    bucket.others = 0;
    return;
  }
  const here = { at: now, used, taken: traffic.taken };
  bucket.anchor ??= here;
  const elapsedMs = now - bucket.anchor.at;
  if (elapsedMs < windowMs / 12) return;
  const unexplained = used - bucket.anchor.used - (traffic.taken - bucket.anchor.taken);
  bucket.others = Math.max(0, limit + (unexplained * windowMs) / elapsedMs);
  bucket.anchor = here;
}

function followReset(traffic: Traffic, { rate, unsure, now, windowMs }: Observed): void {
  const { limit, remaining, resetInMs } = rate;
  if (resetInMs === undefined || remaining === undefined) return;
  const { reset } = traffic;
  const at = now + resetInMs;
  if (Math.abs(at - reset.at) > HEADER_MS) {
    // A window's end stays where it is until it has passed, and then all that was used is used no more.
    const isEarly = now < reset.at - HEADER_MS;
    if (reset.at !== NEVER && (isEarly || remaining < limit / 2)) reset.movedAt = now;
    reset.at = at;
    reset.since = now;
    traffic.budget = null;
  }
  const isWindow = isFixedWindow(traffic, now, windowMs) && now - reset.since >= windowMs / 20;
  if (!isWindow || resetInMs < LEAST_BUDGETED_MS || resetInMs > windowMs + HEADER_MS) return;
  const theirs = (othersOf(traffic, limit, now, windowMs) * resetInMs) / windowMs;
  const ours = Math.max(0, remaining - unsure - theirs - 1);
  traffic.budget = { perWindow: (ours * windowMs) / resetInMs, until: reset.at };
}

/** Whether nothing speaks against a window that begins anew all at once, at the time that Atlas says. */
export const isFixedWindow = ({ reset, bucket }: Traffic, now: number, windowMs: number): boolean =>
  (reset.movedAt === NEVER || now - reset.movedAt > windowMs) && now >= bucket.until;

/** Requests that others make in a window, as far as can be seen; 0 where there are none. */
export function othersOf(traffic: Traffic, limit: number, now: number, windowMs: number): number {
  const { others } = traffic;
  const during = (from: number, until: number) => countBetween(others, now - from, now - until + 1, windowMs);
  const lately = during(windowMs / 4, 0) * 4;
  const fallen = Math.max(lately, during(windowMs, 0), during(2 * windowMs, windowMs));
  // Who has just begun fills a sliding window for a whole minute before all of their use is in it.
  const grown = traffic.sliding - (traffic.slidBefore[0]?.count ?? 0);
  const growing = grown < LEAST_GROWTH ? 0 : grown * 4;
  const most = Math.max(fallen, traffic.sliding, growing, traffic.bucket.others);
  return most < Math.max(1, limit / 100) ? 0 : most;
}
