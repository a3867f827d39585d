import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  isJsonObject,
  isSameValue,
  type JsonObject,
  type JsonValue,
} from '../../src/core/json.ts';

/** Few letters and many empties, so that two random values are often the same. */
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(null, '', 'a', 0, 1, true, false),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('value'), { maxKeys: 3 }),
  ),
}));

/** The same value, its keys the other way round and its empties written otherwise. */
function rewritten(json: JsonValue): JsonValue {
  if (json === null || json === '') return json === null ? '' : null;
  if (Array.isArray(json)) return json.map((item: JsonValue) => rewritten(item));
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    [...Object.entries(json), ['not there', null] as const]
      .toReversed()
      .map(([key, item]) => [key, rewritten(item)]),
  );
}

const reversed = (json: JsonValue): JsonValue => {
  if (Array.isArray(json)) return json.map((item: JsonValue) => reversed(item));
  if (!isJsonObject(json)) return json;
  const entries = Object.entries(json).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
};

describe('the same value', () => {
  it('is one whichever way it is asked, and across a third', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(isSameValue(a, a)).toBe(true);
        expect(isSameValue(a, b)).toBe(isSameValue(b, a));
        if (isSameValue(a, b) && isSameValue(b, c)) expect(isSameValue(a, c)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('is one whatever the order of keys, and with null, "" and missing alike', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(isSameValue(json, rewritten(json))).toBe(true);
      }),
    );
  });

  it.each<readonly [JsonValue | undefined, JsonValue | undefined]>([
    [undefined, null],
    [null, ''],
    [
      { a: 1, b: null },
      { b: '', a: 1 },
    ],
    [{}, { a: undefined as unknown as JsonValue }],
  ])('is %j and %j', (a, b) => {
    expect(isSameValue(a, b)).toBe(true);
  });

  it.each<readonly [JsonValue | undefined, JsonValue | undefined]>([
    [null, false],
    ['', 0],
    ['5', 5],
    ['true', true],
    ['a', 'A'],
    ['a', 'a '],
    [[], {}],
    [null, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[null], []],
    [{ a: 1 }, { a: 1, b: 0 }],
    [{}, { constructor: 'x' }],
  ])('is not %j and %j', (a, b) => {
    expect(isSameValue(a, b)).toBe(false);
    expect(isSameValue(b, a)).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever the order of keys, and reads back', () => {
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json);
        expect(canonicalJson(reversed(json))).toBe(text);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });

  it('tells values apart that only count as the same', () => {
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });

  it('sorts keys that look like numbers as texts', () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3 })).toBe('{"10":2,"9":3,"b":1}');
  });

  it('keeps a key called __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}') as JsonObject)).toBe('{"__proto__":1}');
  });
});
