/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether two values count as the same (unchanged, drift, read-back): missing, `null` and `""` are equal,
 * objects are compared by value whatever the order of their keys. Source: Atlas answers `null` for what was
 * cleared and changes the order of keys.
 */
export function isSameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length && a.every((item: JsonValue, index) => isSameValue(item, b[index] as JsonValue))
    );
  }
  if (isJsonObject(a) && isJsonObject(b)) return isSameObject(a, b);
  return false;
}

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || value === '';

function isSameObject(a: JsonObject, b: JsonObject): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    isSameValue(
      Object.hasOwn(a, key) ? (a[key] as JsonValue) : undefined,
      Object.hasOwn(b, key) ? (b[key] as JsonValue) : undefined,
    ),
  );
}

/** JSON with sorted keys: the same text for the same value, wherever it was made. What a plan's hash is taken of. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as JsonValue)}`);
  return `{${entries.join(',')}}`;
}
