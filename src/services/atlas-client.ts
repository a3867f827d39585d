import type { Dispatcher } from 'undici';
import type { Answer } from '../core/answer.ts';
import { asAtlasError, asCustomerPage, isCustomer } from '../core/atlas.ts';
import { type ParsedJson, parseJson } from '../core/json-numbers.ts';
import type { PatchBody } from '../core/patch-body.ts';
import { customerPath } from '../core/request-text.ts';
import { type Snapshot, snapshotOf } from '../core/snapshot.ts';
import { USUAL_WORK_SETTINGS } from '../core/work-settings.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import { httpLimitsOf } from './http/limits.ts';
import { type RateInfo, rateInfoOf, retryAfterMs } from './http/rate-headers.ts';
import { type HttpAnswer, type HttpLimits, sendOnce } from './http/send.ts';
import { withoutKey } from './http/without-key.ts';

export interface ListQuery {
  /** Atlas shows at most 1,000 whatever this says. */
  readonly limit: number;
  readonly offset: number;
  /** Exact, case-sensitive. */
  readonly email?: string;
}

export interface CustomerListing {
  readonly snapshots: readonly Snapshot[];
  readonly totalCount: number;
}

/** The Atlas customers API: every documented and observed answer as a value. Sends each request once. */
export interface AtlasClient {
  getCustomer(id: string, signal?: AbortSignal): Promise<Answer<Snapshot>>;
  listCustomers(query: ListQuery, signal?: AbortSignal): Promise<Answer<CustomerListing>>;
  updateCustomer(id: string, body: PatchBody, signal?: AbortSignal): Promise<Answer<Snapshot>>;
}

export interface AtlasClientOptions {
  readonly connection: Connection;
  /** Injected, so that proxies and certificates are the composition root's business. */
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly limits?: HttpLimits;
  /** Told what each answer says about the rate limit. */
  readonly onRate?: (rate: RateInfo) => void;
}

const DEFAULT_LIMITS: HttpLimits = httpLimitsOf(USUAL_WORK_SETTINGS);

type Reader<T> = (json: ParsedJson, readAt: number) => T | undefined;

/** Each call is one request, sent once; whatever comes of it is a value, and nothing is tried again here. */
export function createAtlasClient(options: AtlasClientOptions): AtlasClient {
  const { connection, dispatcher, clock, limits = DEFAULT_LIMITS, onRate } = options;

  async function send<T>(
    method: 'GET' | 'PATCH',
    path: string,
    read: Reader<T>,
    body: PatchBody | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Answer<T>> {
    const sentAt = clock.now();
    const answer = await sendOnce(
      dispatcher,
      {
        method,
        url: `${connection.baseUrl}${path}`,
        headers: {
          authorization: `Bearer ${connection.key.reveal()}`,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal,
      },
      limits,
    );
    if (answer.kind === 'answered' && onRate) {
      const rate = rateInfoOf(answer.headers, clock.now());
      if (rate) onRate({ ...rate, sentAt });
    }
    return understand(withoutKey(answer, connection.key), (json) => read(json, sentAt), clock.now());
  }

  return {
    getCustomer: (id, signal) => send('GET', customerPath(id), customerReader(id), undefined, signal),
    listCustomers: ({ limit, offset, email }, signal) => {
      const query = new URLSearchParams({ limit: String(limit), offset: String(offset) });
      if (email !== undefined) query.set('email', email);
      const read = listingReader(email === undefined ? offset : undefined);
      return send('GET', `/customers?${query.toString()}`, read, undefined, signal);
    },
    updateCustomer: (id, body, signal) => send('PATCH', customerPath(id), customerReader(id), body, signal),
  };
}

/** A half character, which no URL can carry, becomes the one that stands for it: the id of nobody. */

/** Reads a customer; an answer about another one is of the wrong shape. */
const customerReader =
  (id: string): Reader<Snapshot> =>
  ({ value, lossyPaths }, readAt) =>
    isCustomer(value) && value.id.toLowerCase() === id.toLowerCase()
      ? snapshotOf(value, lossyPaths, readAt)
      : undefined;

/** Reads a page; where it is one of the whole listing, each customer knows its place in that. */
const listingReader =
  (offset: number | undefined): Reader<CustomerListing> =>
  ({ value, lossyPaths }, readAt) => {
    const page = asCustomerPage(value);
    if (!page) return undefined;
    const snapshots = page.data.map((customer, index) => {
      const own = lossyPaths.filter((path) => path[0] === 'data' && path[1] === String(index));
      const paths = own.map((path) => path.slice(2));
      const snapshot = snapshotOf(customer, paths, readAt);
      return offset === undefined ? snapshot : { ...snapshot, position: offset + index };
    });
    return { snapshots, totalCount: page.total_count };
  };

function understand<T>(
  answer: HttpAnswer,
  read: (json: ParsedJson) => T | undefined,
  now: number,
): Answer<T> {
  if (answer.kind !== 'answered') return answer;
  const { status, headers, text, bodyFault } = answer;
  const header = headers['x-request-id'];
  const requestId = typeof header === 'string' ? header : undefined;
  const json = text === undefined ? undefined : tryParse(text);
  if (status < 200 || status >= 300) {
    const error = json && asAtlasError(json.value);
    return {
      kind: 'refused',
      status,
      error,
      retryAfterMs: retryAfterMs(headers, now),
      requestId: requestId ?? error?.request_id,
    };
  }
  if (bodyFault === 'cut_off' || bodyFault === 'too_large') {
    return { kind: 'unreadable', status, why: bodyFault, requestId };
  }
  if (!json) return { kind: 'unreadable', status, why: 'not_json', requestId };
  const value = read(json);
  if (value === undefined) return { kind: 'unreadable', status, why: 'other_shape', requestId };
  return { kind: 'ok', status, value, requestId };
}

function tryParse(text: string): ParsedJson | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
