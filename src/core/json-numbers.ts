import { isJsonObject, type JsonValue } from './json.ts';

/** JSON text, read, with the places of numbers that reading and writing again would change. */
export interface ParsedJson {
  readonly value: JsonValue;
  /** Paths from the root, e.g. `['metadata', 'ledger']`. */
  readonly lossyPaths: readonly (readonly string[])[];
}

/** Long digits or an exponent: only such text can hold a number that a double does not keep. Cheap to look for. */
const SUSPICIOUS_NUMBER = /\d[\d.]{14,}|\d[eE][+-]?\d/;

type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { readonly source?: string },
) => unknown;

/**
 * Reads JSON text. Numbers beyond 2^53, or with more digits than a double keeps, are found by their source
 * text, so that an object which holds one is never written back rounded.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function parseJson(text: string): ParsedJson {
  if (!SUSPICIOUS_NUMBER.test(text)) return { value: JSON.parse(text) as JsonValue, lossyPaths: [] };
  const holders = new Map<unknown, Set<string>>();
  const reviver: Reviver = function (key, value, context) {
    if (typeof value === 'number' && !survives(value, context?.source)) {
      const keys = holders.get(this) ?? new Set<string>();
      holders.set(this, keys.add(key));
    }
    return value;
  };
  const root = JSON.parse(text, reviver) as JsonValue;
  return { value: root, lossyPaths: holders.size === 0 ? [] : [...pathsOf(root, holders, [])] };
}

/** Whether a number is the same after reading and writing. Without its source text only size can tell. */
export function survives(value: number, source: string | undefined): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  return source === undefined || decimal(source) === decimal(String(value));
}

/** A decimal number in one form: sign, digits without outer zeros, power of ten. */
function decimal(source: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!match) return source;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + (digits.length - significant.length)}`;
}

function* pathsOf(
  value: JsonValue,
  holders: ReadonlyMap<unknown, ReadonlySet<string>>,
  path: readonly string[],
): Generator<readonly string[]> {
  for (const key of holders.get(value) ?? []) yield [...path, key];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* pathsOf(item as JsonValue, holders, [...path, String(index)]);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, holders, [...path, key]);
  }
}
