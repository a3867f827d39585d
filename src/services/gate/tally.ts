/** What happened when: counts in short spans of time, oldest first. Plain data, since it is shared through a file. */
export type Tally = { at: number; count: number }[];

/** Spans in a window; what a tally says of a window is wrong by one of them at most. */
const SPANS = 60;

/** Adds to a tally and drops what is older than is ever asked for. */
export function tallyUp(tally: Tally, at: number, count: number, windowMs: number): void {
  const spanMs = windowMs / SPANS;
  const start = Math.floor(at / spanMs) * spanMs;
  const last = tally.at(-1);
  if (last && last.at >= start) last.count += count;
  else tally.push({ at: start, count });
  const oldest = at - 2 * windowMs - spanMs;
  while (tally[0] && tally[0].at < oldest) tally.shift();
}

/** How much there was from `from` on and before `until`, of a span in part as much as of its time. */
export function countBetween(tally: Tally, from: number, until: number, windowMs: number): number {
  const spanMs = windowMs / SPANS;
  let sum = 0;
  for (const { at, count } of tally) {
    if (at < until) sum += count * Math.max(0, Math.min(1, (at + spanMs - from) / spanMs));
  }
  return sum;
}
