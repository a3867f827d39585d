import type { JsonObject } from '../core/json.ts';
import type { Random } from './random.ts';
import type { CustomerStore } from './store.ts';

/** A page never holds more, whatever `limit` asks for. */
const PAGE_MAXIMUM = 1000;
const DEFAULT_LIMIT = 10;

/** `GET /customers?limit&offset&email`. `random` orders customers that were created at the same instant. */
export function listCustomers(store: CustomerStore, query: URLSearchParams, random: Random): JsonObject {
  const limit = count(query.get('limit'), DEFAULT_LIMIT);
  const offset = count(query.get('offset'), 0);
  const email = query.get('email');
  const rows = Math.min(limit, PAGE_MAXIMUM);
  if (email === null) {
    const data = store.page(offset, rows, random);
    return list(data, offset + limit < store.size, store.size);
  }
  const found = store.byEmail(email);
  const matches = found === undefined ? [] : [found];
  return list(matches.slice(offset, offset + rows), offset + limit < matches.length, matches.length);
}

/** `has_more` comes from the asked-for limit, so that it is wrong where the page was cut to the maximum. */
function list(data: readonly JsonObject[], hasMore: boolean, totalCount: number): JsonObject {
  return { object: 'list', data, has_more: hasMore, total_count: totalCount };
}

function count(text: string | null, byDefault: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? byDefault : Math.max(0, value);
}
