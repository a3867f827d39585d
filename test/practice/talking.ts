import { onTestFinished } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';

export const TEST_KEY = 'sk_test_practice';
export const LIVE_KEY = 'sk_live_practice';

export const ANNA = {
  id: '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60',
  object: 'customer',
  email: 'anna@fictional.example',
  name: 'Anna Fictional',
  phone: '+16175550100',
  description: 'First customer',
  billing_address: {
    line1: '1 Main Street',
    line2: 'Suite 400',
    city: 'Cambridge',
    state: 'MA',
    postal_code: '02138',
    country: 'US',
  },
  shipping_address: null,
  default_payment_method: 'pm_1',
  tax_exempt: true,
  tax_ids: [{ type: 'us_ein', value: '12-3456789' }],
  metadata: { cost_center: 'CC-1' },
  created: 1_700_000_000,
} as const;

export const BEN = {
  ...ANNA,
  id: '7f3f53b6-1111-4222-8333-444455556666',
  email: 'ben@fictional.example',
  name: 'Ben Fictional',
  created: 1_600_000_000,
} as const;

/** Two customers one knows by heart, no rate limit; closed when the test ends. */
export async function startSmall(options: PracticeOptions = {}): Promise<PracticeServer> {
  return closedAtEnd(await startPracticeServer({ customers: [ANNA, BEN], rateLimit: Infinity, ...options }));
}

export function closedAtEnd(server: PracticeServer): PracticeServer {
  onTestFinished(() => server.close());
  return server;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body. */
  readonly body: JsonValue;
}

export interface Ask {
  readonly method?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export async function ask(server: PracticeServer, path: string, options: Ask = {}): Promise<Reply> {
  const { method = 'GET', key = TEST_KEY, headers = {}, body, signal } = options;
  const response = await fetch(`${server.baseUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

export function patch(
  server: PracticeServer,
  id: string,
  body: JsonValue,
  options: Ask = {},
): Promise<Reply> {
  return ask(server, `/customers/${id}`, { method: 'PATCH', body: JSON.stringify(body), ...options });
}

/** The `error` of an answer that refuses. */
export function errorOf({ body }: Reply): JsonObject {
  const error = isObject(body) ? body['error'] : undefined;
  if (!isObject(error)) throw new Error('The answer carries no error.');
  return error;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
