import { describe, expect, it } from 'vitest';
import { asAtlasError, asCustomerPage, isCustomer } from '../../src/core/atlas.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { ANNA } from './making.ts';

describe('a customer on the wire', () => {
  it.each<readonly [string, JsonValue]>([
    ['as documented', ANNA],
    ['of which all is cleared', { ...ANNA, email: '', name: null, phone: null, billing_address: null }],
    ['with fields that nobody knows yet', { ...ANNA, balance: 5, nested: { a: [1] } }],
    ['with nothing but an id', { id: 'x' }],
    [
      'with keys that objects have of their own',
      JSON.parse('{"id":"x","metadata":{"__proto__":"y","constructor":1}}') as JsonValue,
    ],
  ])('is one %s', (_, value) => {
    expect(isCustomer(value)).toBe(true);
  });

  it.each<readonly [string, JsonValue]>([
    ['without an id', { ...ANNA, id: '' }],
    ['that is a list', [ANNA]],
    ['that is another object', { ...ANNA, object: 'invoice' }],
    ['whose address is a text', { ...ANNA, billing_address: '1 Main Street' as unknown as null }],
    ['whose metadata is a list', { ...ANNA, metadata: [] as unknown as null }],
    ['that is null', null],
  ])('is none %s', (_, value) => {
    expect(isCustomer(value)).toBe(false);
  });
});

describe('a page of customers', () => {
  it('is kept as it came', () => {
    const page = { object: 'list', data: [ANNA], has_more: false, total_count: 1 };
    expect(asCustomerPage(page)).toBe(page);
  });

  it.each<JsonValue>([{ data: [] }, { data: [{}], total_count: 1 }, { data: {}, total_count: 1 }, [], null])(
    'is not %j',
    (value) => {
      expect(asCustomerPage(value)).toBeUndefined();
    },
  );
});

describe('an error of Atlas', () => {
  it('has a code and a message, and more where Atlas gives more', () => {
    expect(
      asAtlasError({ error: { code: 'not_found', message: 'No such customer', type: 'x', param: null } }),
    ).toStrictEqual({
      code: 'not_found',
      message: 'No such customer',
      param: undefined,
      request_id: undefined,
    });
    expect(asAtlasError({ error: { code: 'a', message: 'b', request_id: 'req_1' } })?.request_id).toBe(
      'req_1',
    );
  });

  it.each<JsonValue>(['<html>', { error: 'x' }, { error: { code: 5, message: '' } }, null])(
    'is not %j',
    (value) => {
      expect(asAtlasError(value)).toBeUndefined();
    },
  );
});
