import type { Customer } from '../core/atlas.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { CustomerStore } from './store.ts';
import type { StoredCustomer } from './stored-customer.ts';
import { asStored, isJsonObject } from './stored-json.ts';

/** A customer as the database would hold it: key order inside its objects is the database's own. */
export function normalizeCustomer(customer: Customer): StoredCustomer {
  const { id, created = 0 } = customer;
  const stored = Object.entries(customer).map(([field, value]) => [field, asStored(value)] as const);
  return { ...Object.fromEntries(stored), id, object: 'customer', created };
}

/** Writes fields whole, as a person at another screen or another program would. */
export function writeFields(store: CustomerStore, id: string, patch: JsonObject): StoredCustomer {
  const current = store.byId(id);
  if (current === undefined) throw new Error(`There is no customer ${id}.`);
  // The listing's order rests on `created`, and everything on the id: neither can be written.
  const { id: storedId, created } = current;
  const written = normalizeCustomer({ ...current, ...patch, id: storedId, created });
  store.replace(written);
  return written;
}

/** Writes parts of fields, by names like `billing_address.line2`, on what is there now; `null` takes a part away. */
export function writeParts(store: CustomerStore, id: string, parts: JsonObject): StoredCustomer {
  const patch: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(parts)) {
    const [field = '', part] = name.split(/\.(.*)/s, 2);
    const current = patch[field] ?? store.byId(id)?.[field] ?? null;
    patch[field] = part === undefined ? value : withPart(current, part, value);
  }
  return writeFields(store, id, patch);
}

function withPart(current: JsonValue, part: string, value: JsonValue): JsonObject {
  const others = Object.entries(isJsonObject(current) ? current : {}).filter(([name]) => name !== part);
  return Object.fromEntries(value === null ? others : [...others, [part, value]]);
}
