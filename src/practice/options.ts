import type { Customer } from '../core/atlas.ts';
import type { JsonObject } from '../core/json.ts';
import type { Reading, RightOfAccess } from './access.ts';
import type { Commit } from './commit-log.ts';
import type { FaultReport, FaultRule } from './faults.ts';
import type { RequestRecord } from './request-log.ts';
import type { StoredCustomer } from './stored-customer.ts';

export interface PracticeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 2,000 customers by default; the same ones for the same seed and size. */
  readonly size?: number;
  readonly seed?: number;
  /** These customers instead of generated ones. */
  readonly customers?: readonly Customer[];
  readonly keys?: readonly string[];
  /** Requests a minute for each key: 100 by default, or `Infinity`. */
  readonly rateLimit?: number;
  /** How long the "minute" of the rate limit lasts; shorter in tests. */
  readonly rateWindowMs?: number;
  readonly reading?: Partial<Reading>;
  readonly writing?: RightOfAccess;
  readonly faults?: readonly FaultRule[];
  /** How long each request takes at least, as a network would. */
  readonly latencyMs?: number;
  /** Milliseconds since 1970. It stamps the log, the Date header and the rate limit; delays run in real time. */
  readonly now?: () => number;
}

export interface PracticeServer {
  /** `http://127.0.0.1:PORT/functions/v1` */
  readonly baseUrl: string;
  /** All customers as they are stored now, in no particular order. */
  customers(): readonly StoredCustomer[];
  customer(id: string): StoredCustomer | undefined;
  /** Every request so far, in order of arrival. */
  requests(): readonly RequestRecord[];
  /** Every change of the data so far, in the order in which it was made: by requests and by other writers. */
  commits(): readonly Commit[];
  /** Replaces the faults scripted so far. */
  scriptFaults(faults: readonly FaultRule[]): void;
  faults(): FaultReport;
  setRateLimit(perMinute: number): void;
  revokeKey(key: string): void;
  setReading(reading: Partial<Reading>): void;
  setWriting(writing: RightOfAccess): void;
  /**
   * Another writer: sets these fields whole, past all rules of the API but with those of the database.
   * @throws Error when there is no such customer or the e-mail is another's.
   */
  writeDirectly(id: string, patch: JsonObject): StoredCustomer;
  /** Every customer is again as at the start, and none of the changes since is known any more. */
  reset(): void;
  /** Ends open connections, and what was still to be committed is not. */
  close(): Promise<void>;
}
