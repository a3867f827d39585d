import { pick, type Random } from '../../../src/practice/random.ts';

/** One of several things, each with its weight. */
export function draw<T>(random: Random, weighted: readonly (readonly [weight: number, thing: T])[]): T {
  const total = weighted.reduce((sum, [weight]) => sum + weight, 0);
  let at = random() * total;
  for (const [weight, thing] of weighted) {
    at -= weight;
    if (at < 0) return thing;
  }
  return pick(random, weighted)[1];
}
