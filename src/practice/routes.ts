import type { JsonValue } from '../core/json.ts';
import type { Access, RightOfAccess } from './access.ts';
import { jsonAnswer, type Performed } from './answer.ts';
import { type RefusalCode, refuse } from './errors.ts';
import { listCustomers } from './listing.ts';
import type { Random } from './random.ts';
import type { CustomerStore } from './store.ts';
import { isJsonObject } from './stored-json.ts';
import { updateCustomer } from './update.ts';

/** A request whose key was accepted. */
export interface RoutedRequest {
  readonly method: string;
  /** Without base path and query. */
  readonly path: string;
  readonly query: string;
  /** Undefined where the body is empty or no JSON. */
  readonly body: JsonValue | undefined;
  readonly requestId: string;
}

export interface RouteContext {
  readonly store: CustomerStore;
  readonly access: Access;
  /** A new one for each listing. */
  readonly nextListingRandom: () => Random;
}

/** Does what the request asks for and says so. The path decides first, then the method, then the content. */
export function perform(request: RoutedRequest, context: RouteContext): Performed {
  const { method, path, requestId } = request;
  const refused = (code: RefusalCode): Performed => ({ answer: refuse(code, requestId) });
  const [, resource, encodedId, ...rest] = path.split('/');
  if (resource !== 'customers' || rest.length > 0) return refused('unknown_path');
  if (encodedId === undefined || encodedId === '') {
    if (method !== 'GET') return refused('method_not_allowed');
    const denied = denial(context.access.reading.list);
    return denied === undefined ? list(request, context) : refused(denied);
  }
  const id = decode(encodedId);
  if (method === 'GET') {
    const denied = denial(context.access.reading.byId);
    if (denied !== undefined) return refused(denied);
    const customer = context.store.byId(id);
    return customer === undefined ? refused('not_found') : { answer: jsonAnswer(200, customer) };
  }
  if (method !== 'PATCH') return refused('method_not_allowed');
  const denied = denial(context.access.writing, 'may_not_write');
  return denied === undefined ? patch(id, request, context.store) : refused(denied);
}

function list({ query }: RoutedRequest, { store, nextListingRandom }: RouteContext): Performed {
  return { answer: jsonAnswer(200, listCustomers(store, new URLSearchParams(query), nextListingRandom())) };
}

function patch(id: string, { body, requestId }: RoutedRequest, store: CustomerStore): Performed {
  const refused = (code: RefusalCode): Performed => ({ answer: refuse(code, requestId) });
  // The body is parsed before the customer is looked for; null is JSON, and trips the service all the same.
  if (body === undefined || body === null) return refused('internal_error');
  const current = store.byId(id);
  if (current === undefined) return refused('not_found');
  const updated = updateCustomer(current, isJsonObject(body) ? body : {});
  if (updated === undefined) return refused('update_failed');
  if (store.isEmailTaken(updated)) return refused('email_exists');
  store.replace(updated);
  return { answer: jsonAnswer(200, updated), committed: updated };
}

function denial(access: RightOfAccess, forbidden: RefusalCode = 'may_not_read'): RefusalCode | undefined {
  if (access === 'allowed') return undefined;
  return access === 403 ? forbidden : 'method_not_allowed';
}

/** What cannot be decoded is the id of nobody. */
function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
