import type { Mode } from './plan.ts';
import { type Freshness, MOST_ROWS_READ_EACH } from './run-settings.ts';

export interface RunToEstimate {
  readonly customers: number;
  readonly mode: Mode;
  /** Whether the key may read: without, nothing is read again before it is written. */
  readonly canRead: boolean;
  /** Requests a minute that the gate lets through, where it is known. */
  readonly perMinute?: number | undefined;
  /** Missing where nothing else was chosen: then it depends on how many customers there are. */
  readonly freshness?: Freshness | undefined;
}

export interface RunEstimate {
  /** Reading included. */
  readonly requests: number;
  readonly perMinute: number;
  readonly ms: number;
}

/** Requests a minute before Atlas has said what it allows, at each mode's usual share of them. */
const PER_MINUTE = { TEST: 90, LIVE: 71 } as const satisfies Record<Mode, number>;
/** Where customers are read shortly before, many come in one answer. */
const SHARED_READING = 0.05;
const MINUTE_MS = 60_000;

/** What applying costs if nothing has to be tried again, and Atlas neither slows down nor allows more. */
export function estimateRun({ customers, mode, canRead, ...known }: RunToEstimate): RunEstimate {
  const readsEach = known.freshness
    ? known.freshness.kind === 'each_attempt'
    : customers <= MOST_ROWS_READ_EACH;
  const reads = readsEach ? 1 : SHARED_READING;
  const requests = Math.ceil(customers * (canRead ? 1 + reads : 1));
  const perMinute = known.perMinute || PER_MINUTE[mode];
  return { requests, perMinute, ms: (requests / perMinute) * MINUTE_MS };
}
