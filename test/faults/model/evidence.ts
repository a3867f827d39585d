import type { RunEvent } from '../../../src/core/run.ts';
import type { Commit, RequestRecord, ScriptedWrite } from '../../../src/practice/server.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import type { ExpectedRow } from './expected-plan.ts';

/** All that a run is judged by: what was given, and what the server saw. */
export interface Evidence {
  readonly customersBefore: readonly StoredCustomer[];
  readonly customersAfter: readonly StoredCustomer[];
  readonly expected: readonly ExpectedRow[];
  /** Of the run, those of the dry run apart. */
  readonly requests: readonly RequestRecord[];
  readonly commits: readonly Commit[];
  /** By the names of their rules. */
  readonly otherWrites: ReadonlyMap<string, ScriptedWrite>;
  readonly events: readonly RunEvent[];
  /** Milliseconds of the server's clock for which what was read counts as fresh; null: read just before each attempt. */
  readonly freshMs: number | null;
  /** Of the same clock: a write that nobody answered for may land for so long. */
  readonly settleMs: number;
  /** How often a row is sent before it is given up. */
  readonly tries: number;
}

/** Something that is not as it has to be, in words. */
export type Difference = string;

export const customerIdOf = ({ path }: RequestRecord): string => path.split('/')[2] ?? '';

export const isWrite = ({ method }: RequestRecord): boolean => method === 'PATCH';

/** A real answer about one customer that reached whoever asked. */
export const isReadingOf = (request: RequestRecord, customerId: string): boolean =>
  request.method === 'GET' &&
  customerIdOf(request) === customerId &&
  request.status === 200 &&
  request.cut === null &&
  request.version !== null;
