import type { Mode } from './plan.ts';
import type { WorkSettings } from './work-settings.ts';

export interface RunToEstimate {
  readonly customers: number;
  readonly mode: Mode;
  /** Whether the key may read: without, nothing is read again before it is written. */
  readonly canRead: boolean;
  /** Requests a minute that the gate lets through, where it is known. */
  readonly perMinute?: number | undefined;
  readonly work: WorkSettings;
}

export interface RunEstimate {
  /** Reading included. */
  readonly requests: number;
  readonly perMinute: number;
  readonly ms: number;
}

/** Requests a minute that a key is allowed, as far as is known before Atlas has said so. */
const ALLOWED_PER_MINUTE = 100;
/** What the gate makes of its share: it leaves a little room, so that nothing is refused. */
const REALLY_USED = 0.95;
/** Where customers are read shortly before, many come in one answer. */
const SHARED_READING = 0.05;
const MINUTE_MS = 60_000;

/** What applying costs if nothing has to be tried again, and Atlas neither slows down nor allows more. */
export function estimateRun({ customers, mode, canRead, work, ...known }: RunToEstimate): RunEstimate {
  const reads = customers <= work.rowsReadEach ? 1 : SHARED_READING;
  const requests = Math.ceil(customers * (canRead ? 1 + reads : 1));
  const perMinute = known.perMinute || perMinuteAtFirst(mode, work);
  return { requests, perMinute, ms: (requests / perMinute) * MINUTE_MS };
}

const perMinuteAtFirst = (mode: Mode, { shareTest, shareLive }: WorkSettings): number =>
  ALLOWED_PER_MINUTE * REALLY_USED * ((mode === 'LIVE' ? shareLive : shareTest) / 100);
