import type { JsonObject, JsonValue } from '../../../src/core/json.ts';

/** Written anew, so that a mistake of the program is not repeated by what judges it. */

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal whatever the order of keys; nothing else is forgiven. */
export const isEqual = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));

/** To a person: nothing, null and the empty text are one. */
export const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  isBlank(a) ? isBlank(b) : isEqual(a, b);

export const isBlank = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || value === '';

function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: JsonValue) =>
    isObject(inner)
      ? Object.fromEntries(
          Object.keys(inner)
            .toSorted()
            .map((key) => [key, inner[key] ?? null]),
        )
      : inner,
  );
}

/** `billing_address.city` → its object and its part; a plain field has no part. */
export function partsOf(field: string): readonly [object: string, part: string | undefined] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, undefined] : [field.slice(0, dot), field.slice(dot + 1)];
}

export function valueAt(customer: JsonObject, field: string): JsonValue | undefined {
  const [name, part] = partsOf(field);
  const value = customer[name];
  if (part === undefined) return value;
  return isObject(value) ? value[part] : undefined;
}
