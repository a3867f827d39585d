import type { JsonObject, JsonValue } from '../core/json.ts';

/**
 * What PostgreSQL's jsonb makes of a value: keys ordered by length and then by bytes, whatever order they
 * were sent in. Numbers were already rounded to doubles when the request was parsed.
 */
export function asStored(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(asStored);
  return asStoredObject(value);
}

export function asStoredObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .toSorted(
        ([a], [b]) =>
          Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b)),
      )
      .map(([key, value]) => [key, asStored(value)]),
  );
}

/** PostgreSQL cannot store U+0000 in any text, keys included. */
export function holdsNul(value: JsonValue): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (value === null || typeof value !== 'object') return false;
  if (isList(value)) return value.some(holdsNul);
  return Object.entries(value).some(([key, inner]) => key.includes('\u0000') || holdsNul(inner));
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Array.isArray does not narrow read-only arrays. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
