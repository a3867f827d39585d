import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import { RateLimit } from '../../src/practice/rate-limit.ts';

/** Source: a page holds at most this many, whatever `limit` says. */
const PAGE_MAXIMUM = 1_000;
const ID = /\/customers\/00000000-0000-4000-8000-(\d{12})$/;
const NEWEST_CREATED = 1_700_000_000;

export interface TenantOptions {
  readonly size: number;
  readonly now: () => number;
  /** Requests a minute. */
  readonly rateLimit: number;
  /** A new customer, which pushes all others one place down, comes that often. */
  readonly newEveryMs: number;
}

export interface SimulatedTenant {
  readonly baseUrl: string;
  readonly requests: () => number;
  readonly refused: () => number;
  /** Customers whose phone number is that now. */
  readonly withPhone: (phone: string) => number;
  close(): Promise<void>;
}

export const idOfCustomer = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The customer as it was at first; customer 0 is the newest and first in the listing. */
export const customerAtFirst = (number: number): JsonObject & { readonly id: string } => ({
  id: idOfCustomer(number),
  object: 'customer',
  email: `customer${number}@fictional.example`,
  name: `Fictional Company ${number}`,
  phone: '+16175550100',
  billing_address: { line1: `${number} Main Street`, city: 'Cambridge', postal_code: '02138', country: 'US' },
  metadata: { cost_center: 'CC-1' },
  created: NEWEST_CREATED - number,
});

/**
 * As much of Atlas as a run asks for, over real HTTP, for tenants that the practice server could not hold: customers
 * are made when they are asked for, and only what was written is kept.
 */
export async function startTenant(options: TenantOptions): Promise<SimulatedTenant> {
  const { size, now, rateLimit, newEveryMs } = options;
  const written = new Map<number, JsonObject>();
  const limit = new RateLimit({ now, perWindow: rateLimit, windowMs: 60_000 });
  const startedAt = now();
  let requests = 0;
  let refused = 0;

  const customer = (number: number): JsonObject => ({ ...customerAtFirst(number), ...written.get(number) });
  const newcomer = (place: number): JsonObject => ({
    ...customerAtFirst(0),
    id: `11111111-0000-4000-8000-${String(place).padStart(12, '0')}`,
  });

  function list(query: URLSearchParams): JsonObject {
    const newcomers = Math.floor((now() - startedAt) / newEveryMs);
    const total = size + newcomers;
    const offset = Number(query.get('offset'));
    const end = Math.min(total, offset + Math.min(PAGE_MAXIMUM, Number(query.get('limit'))));
    const places = Array.from({ length: Math.max(0, end - offset) }, (_, index) => offset + index);
    const data = places.map((place) => (place < newcomers ? newcomer(place) : customer(place - newcomers)));
    return { object: 'list', data, has_more: end < total, total_count: total };
  }

  async function answer(request: IncomingMessage): Promise<readonly [number, JsonValue]> {
    const url = new URL(request.url ?? '/', 'http://tenant');
    const number = Number(ID.exec(url.pathname)?.[1] ?? Number.NaN);
    if (url.pathname.endsWith('/customers')) return [200, list(url.searchParams)];
    if (!(number < size)) return [404, { error: { code: 'not_found', message: 'No such customer' } }];
    if (request.method === 'PATCH') {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString()) as JsonObject;
      written.set(number, { ...written.get(number), ...body });
    }
    return [200, customer(number)];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests++;
    const { isAllowed, headers } = limit.take('key');
    if (!isAllowed) refused++;
    const [status, json] = isAllowed
      ? await answer(request)
      : ([429, { error: { code: 'rate_limited', message: 'Too many requests' } }] as const);
    response.writeHead(status, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(json));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests: () => requests,
    refused: () => refused,
    withPhone: (phone) => [...written.values()].filter((fields) => fields['phone'] === phone).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
