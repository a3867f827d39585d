import type { JsonObject, JsonValue } from '../../../src/core/json.ts';
import { isBlank, isObject, isSame, partsOf, valueAt } from './values.ts';

/** What a row's wishes come to on one state of its customer. */
export type Merged =
  | {
      readonly kind: 'body';
      readonly body: JsonObject;
      /** Fields that get another value, with that value in the customer's own type. */
      readonly changes: ReadonlyMap<string, JsonValue>;
    }
  /** Metadata that a cell can't say: an object, or a number or boolean of which the text is none. */
  | { readonly kind: 'blocked' };

const ADDRESSES = ['billing_address', 'shipping_address'];

type Wanted = ReadonlyMap<string, JsonValue>;

export function mergeOn(customer: JsonObject, values: Wanted): Merged {
  const changes = new Map<string, JsonValue>();
  for (const [field, wanted] of values) {
    const before = valueAt(customer, field);
    const typed = field.startsWith('metadata.') ? inTypeOf(before, wanted) : wanted;
    if (typed === undefined) return { kind: 'blocked' };
    if (!isSame(before, typed)) changes.set(field, typed);
  }
  const body: Record<string, JsonValue> = {};
  for (const [field, value] of changes) {
    const [name, part] = partsOf(field);
    body[name] = part === undefined ? value : withPart(body[name] ?? customer[name], part, value);
  }
  for (const name of ADDRESSES) {
    if (!(name in body)) continue;
    // Cleared parts are left out, those that were empty before too.
    for (const [field, value] of values) {
      const [object, part] = partsOf(field);
      if (object === name && part !== undefined) body[name] = withPart(body[name], part, value);
    }
    const address = body[name];
    if (isObject(address) && Object.values(address).every(isBlank)) body[name] = null;
  }
  return { kind: 'body', body, changes };
}

/** An object with a part in it, or without it. */
export function withPart(object: JsonValue | undefined, part: string, value: JsonValue): JsonObject {
  const others = Object.entries(isObject(object) ? object : {}).filter(([name]) => name !== part);
  return Object.fromEntries(value === null ? others : [...others, [part, value]]);
}

/** Undefined: it can't be said. */
function inTypeOf(before: JsonValue | undefined, wanted: JsonValue): JsonValue | undefined {
  if (typeof before === 'object' && before !== null) return undefined;
  if (wanted === null) return null;
  if (typeof before === 'number') {
    const number = Number(wanted);
    return Number.isFinite(number) ? number : undefined;
  }
  if (typeof before === 'boolean') return wanted === 'yes' ? true : wanted === 'no' ? false : undefined;
  return wanted;
}
