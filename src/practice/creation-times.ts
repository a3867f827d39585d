import { REFERENCE_DATE } from './people.ts';
import { between, type Random } from './random.ts';

/** Where pages of 100 and 1,000 customers end: a group of customers created at once sits on each such place. */
const PAGE = 100;
const PAGE_MAXIMUM = 1000;

/** About five years, however many customers there are. */
const SPAN_SECONDS = 150_000_000;

/**
 * When each customer was created, in Unix seconds, newest first.
 *
 * Imports create many customers at one instant, and Atlas lists those in no stable order. A reader that
 * trusts the listing fails only where such a group lies across the end of a page, so there always is one.
 */
export function* creationTimes(random: Random, count: number): Generator<number, never> {
  const longestStep = Math.max(2, Math.floor((2 * SPAN_SECONDS) / count));
  let time = Math.floor(Date.parse(REFERENCE_DATE) / 1000);
  for (let index = 0; ; index++) {
    if (!isWithinImport(index) && random() > 0.08) time -= between(random, 1, longestStep);
    yield time;
  }
}

function isWithinImport(index: number): boolean {
  const toThousand = Math.abs(index - Math.round(index / PAGE_MAXIMUM) * PAGE_MAXIMUM);
  const toHundred = Math.abs(index - Math.round(index / PAGE) * PAGE);
  return (toThousand < 20 && index > PAGE_MAXIMUM / 2) || (toHundred < 3 && index > PAGE / 2);
}
