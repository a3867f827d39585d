import type { Mode } from '../../core/plan.ts';
import type { WorkSettings } from '../../core/work-settings.ts';

/** Requests a minute that a key is allowed, as far as is known before Atlas has said so. */
const ALLOWED_PER_MINUTE = 100;
/** What the gate makes of its share: it leaves a little room, so that nothing is refused. */
const REALLY_USED = 0.95;
const SHARED_READING = 1.05;
const MINUTE_MS = 60_000;

/** About how long applying will take, in milliseconds, if Atlas neither slows down nor allows more. */
export function estimateRunMs(customers: number, mode: Mode, work: WorkSettings): number {
  const requests = customers <= work.rowsReadEach ? 2 * customers : SHARED_READING * customers;
  const share = (mode === 'LIVE' ? work.shareLive : work.shareTest) / 100;
  return (requests / (ALLOWED_PER_MINUTE * share * REALLY_USED)) * MINUTE_MS;
}
