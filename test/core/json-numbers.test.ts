import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/core/json-numbers.ts';
import { snapshotOf } from '../../src/core/snapshot.ts';
import { ANNA } from './making.ts';

const isLossy = (number: string): boolean => parseJson(`{"n":${number}}`).lossyPaths.length > 0;

describe('a number in JSON', () => {
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '9007199254740992',
    '12345678901234567890',
    '1e400',
    '-1e400',
    '1e-400',
    '0.12345678901234567890123',
    '3.14159265358979323846',
    '9007199254740993.0',
    '123456789.123456789',
  ])('%s would not survive being written back', (number) => {
    expect(isLossy(number)).toBe(true);
  });

  it.each([
    '0',
    '-0',
    '1.10',
    '1.0',
    '1.50000000000000000000',
    '9007199254740991',
    '-9007199254740991',
    '0.1',
    '1e3',
    '1E+3',
    '1.5e-7',
    '100000000000000',
    '0.30000000000000004',
  ])('%s does', (number) => {
    expect(isLossy(number)).toBe(false);
  });

  it('survives whenever it was written by a computer like ours', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        expect(isLossy(JSON.stringify(number))).toBe(false);
      }),
    );
  });

  it('does not survive with a digit more than is kept', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }), (number) => {
        expect(isLossy(String(number))).toBe(true);
      }),
    );
  });
});

describe('JSON', () => {
  it('reads as JSON does, suspicious or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const text = JSON.stringify(json);
        expect(parseJson(text).value).toStrictEqual(JSON.parse(text));
      }),
    );
  });

  it('says where the numbers are that would change', () => {
    const text =
      '{"metadata":{"ledger":9007199254740993,"deep":{"list":[1,{"x":1e400}]},"fine":1.10},"n":5e-400}';
    expect(parseJson(text).lossyPaths).toStrictEqual([
      ['n'],
      ['metadata', 'ledger'],
      ['metadata', 'deep', 'list', '1', 'x'],
    ]);
  });

  it('keeps a key called __proto__, and numbers under it', () => {
    const { value, lossyPaths } = parseJson('{"metadata":{"__proto__":9007199254740993,"a":"x"}}');
    expect(JSON.stringify(value)).toContain('"__proto__":');
    expect(lossyPaths).toStrictEqual([['metadata', '__proto__']]);
  });

  it('is not seen in texts that only look like numbers', () => {
    expect(parseJson('{"id":"12345678901234567890","e":"1e400"}').lossyPaths).toStrictEqual([]);
  });

  it('throws where it is none', () => {
    expect(() => parseJson('<html>')).toThrow(SyntaxError);
    expect(() => parseJson('{"a":12345678901234567890')).toThrow(SyntaxError);
  });
});

describe('a snapshot', () => {
  it('names the replaced objects with such a number, and no others', () => {
    const paths = [['metadata', 'a', 'b'], ['metadata', 'c'], ['created'], ['billing_address', 'x']];
    expect(snapshotOf(ANNA, paths, 5)).toStrictEqual({
      customer: ANNA,
      lossyObjects: ['billing_address', 'metadata'],
      readAt: 5,
    });
  });
});
