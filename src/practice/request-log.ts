import type { JsonValue } from '../core/json.ts';
import type { StoredCustomer } from './stored-customer.ts';

/** How a connection ended without a whole answer. */
export type Cut =
  | 'reset_before_commit'
  | 'reset_after_commit'
  | 'commit_after_reset'
  | 'truncated'
  | 'client_left';

/** One request as the server saw it. Its ending is filled in when it ends. */
export interface RequestRecord {
  /** 1 for the first request that arrived. */
  readonly sequence: number;
  /** Milliseconds of the server's clock. */
  readonly arrivedAt: number;
  readonly method: string;
  /** Without base path and query, as it was sent: `/customers/…`. */
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  readonly keyLastFour: string | null;
  readonly requestId: string;
  /** The exact text; `body` is what it says, and undefined where it is empty or no JSON. */
  readonly bodyText: string;
  readonly body: JsonValue | undefined;
  /** The status that was sent; null while the request is open, or where the connection was cut before one. */
  readonly status: number | null;
  readonly cut: Cut | null;
  readonly isCommitted: boolean;
  readonly customerAfter: StoredCustomer | null;
  /**
   * The version of the data once the request was carried out: what a read showed, what a commit made. Null where
   * it was not carried out.
   */
  readonly version: number | null;
  /** The name of the scripted fault that was applied. */
  readonly fault: string | null;
}

/** What becomes known of a request after it arrived. */
export type RequestEnding = Partial<
  Pick<
    RequestRecord,
    'bodyText' | 'body' | 'status' | 'cut' | 'isCommitted' | 'customerAfter' | 'version' | 'fault'
  >
>;

type Arrival = Pick<RequestRecord, 'arrivedAt' | 'method' | 'path' | 'query' | 'keyLastFour' | 'requestId'>;

export class RequestLog {
  readonly #records: RequestRecord[] = [];

  /** Copies, so that what a test has read does not change under it. */
  all(): readonly RequestRecord[] {
    return this.#records.map((record) => ({ ...record }));
  }

  get size(): number {
    return this.#records.length;
  }

  open(arrival: Arrival): RequestRecord {
    const record: RequestRecord = {
      sequence: this.#records.length + 1,
      ...arrival,
      bodyText: '',
      body: undefined,
      status: null,
      cut: null,
      isCommitted: false,
      customerAfter: null,
      version: null,
      fault: null,
    };
    this.#records.push(record);
    return record;
  }

  note(record: RequestRecord, ending: RequestEnding): void {
    Object.assign(record, ending);
  }
}
