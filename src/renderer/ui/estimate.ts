import type { Mode } from '../../core/plan.ts';

/** Requests a minute that the gate lets through before Atlas has said what it allows, at each mode's share of them. */
const PER_MINUTE = { TEST: 90, LIVE: 71 } as const satisfies Record<Mode, number>;
/** Up to so many customers each is read just before its write; above, re-reading is shared. */
const MOST_READ_EACH = 500;
const SHARED_READING = 1.05;
const MINUTE_MS = 60_000;

/** About how long applying will take, in milliseconds, if Atlas neither slows down nor allows more. */
export function estimateRunMs(customers: number, mode: Mode): number {
  const requests = customers <= MOST_READ_EACH ? 2 * customers : SHARED_READING * customers;
  return (requests / PER_MINUTE[mode]) * MINUTE_MS;
}
