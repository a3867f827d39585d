import type { JsonObject, JsonValue } from '../core/json.ts';
import type { StoredCustomer } from './stored-customer.ts';
import { asStoredObject, holdsNul, isJsonObject } from './stored-json.ts';

const TEXT_FIELDS = ['email', 'name', 'phone', 'description'] as const;
const ADDRESSES = ['billing_address', 'shipping_address'] as const;

/** What the database says to a value it cannot store; the service answers 500 `update_failed` to all of it. */
class NotStorable extends Error {}

/**
 * A customer after a PATCH body, or undefined where the database refuses it.
 *
 * Objects are replaced whole. `default_payment_method`, and every key that is not listed here, is accepted
 * and ignored. Next to nothing is validated.
 */
export function updateCustomer(current: StoredCustomer, body: JsonObject): StoredCustomer | undefined {
  try {
    return { ...current, ...storableChanges(body) };
  } catch (error) {
    if (error instanceof NotStorable) return undefined;
    throw error;
  }
}

function storableChanges(body: JsonObject): Record<string, JsonValue> {
  const changes: Record<string, JsonValue> = {};
  const sent = (field: string): JsonValue | undefined =>
    Object.hasOwn(body, field) ? body[field] : undefined;
  for (const field of TEXT_FIELDS) {
    const value = sent(field);
    if (value === undefined) continue;
    // The only column that may not be null. An empty e-mail is stored, though.
    if (field === 'email' && value === null) throw new NotStorable();
    changes[field] = storableText(value);
  }
  for (const field of ADDRESSES) {
    const value = sent(field);
    if (value !== undefined) changes[field] = value === null ? null : storableObject(value);
  }
  const metadata = sent('metadata');
  if (metadata !== undefined) changes['metadata'] = metadata === null ? {} : storableObject(metadata);
  const taxExempt = sent('tax_exempt');
  if (taxExempt !== undefined)
    changes['tax_exempt'] = taxExempt === null ? false : storableBoolean(taxExempt);
  return changes;
}

/** A text column takes anything: what is no string is stored as its text. */
function storableText(value: JsonValue): string | null {
  if (holdsNul(value)) throw new NotStorable();
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}

function storableObject(value: JsonValue): JsonObject {
  if (!isJsonObject(value) || holdsNul(value)) throw new NotStorable();
  return asStoredObject(value);
}

/** PostgreSQL reads these words as booleans, and refuses all others. */
function storableBoolean(value: JsonValue): boolean {
  const word = JSON.stringify(value).replaceAll('"', '').trim().toLowerCase();
  if (['true', 't', 'yes', 'y', 'on', '1'].includes(word)) return true;
  if (['false', 'f', 'no', 'n', 'off', '0'].includes(word)) return false;
  throw new NotStorable();
}
