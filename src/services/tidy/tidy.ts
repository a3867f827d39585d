import type { Clock } from '../clock.ts';
import { tidyGates } from './tidy-gates.ts';
import { tidyLeftovers } from './tidy-leftovers.ts';

/**
 * Removes what nobody will ask for any more; never anything that is in use, though others may start at the same time.
 * Nobody waits for it: what can't be removed now is removed another time.
 */
export async function tidy(dataFolder: string, clock: Clock): Promise<void> {
  await Promise.allSettled([tidyGates(dataFolder, clock), tidyLeftovers(dataFolder, clock)]);
}
