import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { FieldEdit } from '../../src/core/edits.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { mergeEdits } from '../../src/core/merge.ts';
import { ADDRESS, ANNA, clear, set, snapshot } from './making.ts';

function merge(customer: Partial<Customer>, edits: readonly FieldEdit[], copyBillingToShipping = false) {
  const result = mergeEdits(snapshot({ ...ANNA, ...customer } as Customer), edits, { copyBillingToShipping });
  return result.ok ? result.value : result.error;
}
const bodyOf = (...parameters: Parameters<typeof merge>) => {
  const result = merge(...parameters);
  return 'body' in result ? result.body : result.code;
};

describe('an address', () => {
  it('keeps its other parts, known and unknown, when one is corrected', () => {
    expect(merge({}, [set('billing_address.postal_code', '02139')])).toStrictEqual({
      body: { billing_address: { ...ADDRESS, attention: 'Accounts payable', postal_code: '02139' } },
      changes: [{ field: 'billing_address.postal_code', before: '02138', after: '02139' }],
    });
  });

  it('loses a cleared part, which is left out and not sent empty', () => {
    const { line2: _, ...rest } = ADDRESS;
    expect(bodyOf({}, [clear('billing_address.line2')])).toStrictEqual({
      billing_address: { ...rest, attention: 'Accounts payable' },
    });
  });

  it('becomes null with its last part, but not while an unknown key has a value', () => {
    const only = (address: JsonObject) =>
      bodyOf({ billing_address: address }, [clear('billing_address.city')]);
    expect(only({ city: 'x' })).toStrictEqual({ billing_address: null });
    expect(only({ city: 'x', line2: null, state: '' })).toStrictEqual({ billing_address: null });
    expect(only({ city: 'x', attention: 'y' })).toStrictEqual({ billing_address: { attention: 'y' } });
  });

  it.each([null, undefined, {}])('begins from %j', (address) => {
    const start = address === undefined ? {} : { shipping_address: address };
    expect(bodyOf(start, [set('shipping_address.city', 'Paris')])).toStrictEqual({
      shipping_address: { city: 'Paris' },
    });
    expect(bodyOf(start, [clear('shipping_address.city')])).toStrictEqual({});
  });

  it('that is no object is left alone', () => {
    const odd = { billing_address: '1 Main Street' as unknown as JsonObject };
    expect(bodyOf(odd, [set('billing_address.city', 'x')])).toBe('unexpected_value');
    expect(bodyOf(odd, [set('name', 'x')])).toStrictEqual({ name: 'x' });
  });

  it('of which nothing is left is cleared, though a number in it would not survive being written back', () => {
    const customer = snapshot({ ...ANNA, billing_address: { city: 'x' } });
    const lossy = { ...customer, lossyObjects: ['billing_address'] } as const;
    const merged = mergeEdits(lossy, [clear('billing_address.city')], { copyBillingToShipping: false });
    expect(merged).toHaveProperty('value.body', { billing_address: null });
  });

  it('is not sent for a part that is so already', () => {
    expect(bodyOf({}, [set('billing_address.city', 'Cambridge'), set('phone', '1')])).toStrictEqual({
      phone: '1',
    });
  });
});

describe('metadata', () => {
  it('that is no object is left alone', () => {
    const odd = { metadata: 'CC-1' as unknown as JsonObject };
    expect(merge(odd, [set('metadata.a', 'x')])).toStrictEqual({
      code: 'unexpected_value',
      object: 'metadata',
    });
    expect(bodyOf(odd, [set('name', 'x')])).toStrictEqual({ name: 'x' });
  });

  it('keeps its other keys', () => {
    expect(bodyOf({}, [set('metadata.cost_center', 'CC-2'), set('metadata.new', 'x')])).toStrictEqual({
      metadata: { cost_center: 'CC-2', seats: 5, vip: true, tags: ['a'], new: 'x' },
    });
  });

  it.each([
    ['metadata.seats', '7', { seats: 7 }],
    ['metadata.seats', ' 1.10 ', { seats: 1.1 }],
    ['metadata.vip', 'no', { vip: false }],
    ['metadata.cost_center', '7', { cost_center: '7' }],
  ] as const)('keeps the type of %s', (field, text, expected) => {
    expect(bodyOf({}, [set(field, text)])).toMatchObject({ metadata: expected });
  });

  it.each([
    ['metadata.seats', 'seven'],
    ['metadata.seats', '1,5'],
    ['metadata.seats', '007'],
    ['metadata.seats', '9007199254740993'],
    ['metadata.seats', '1e400'],
    ['metadata.vip', 'perhaps'],
  ] as const)('blocks %s = %s', (field, text) => {
    expect(bodyOf({}, [set(field, text)])).toBe('other_type');
  });

  it('blocks a key that holds a list or an object', () => {
    expect(merge({}, [set('metadata.tags', 'b')])).toStrictEqual({
      code: 'nested_metadata',
      field: 'metadata.tags',
    });
    expect(bodyOf({ metadata: { tags: {} } }, [clear('metadata.tags')])).toBe('nested_metadata');
    expect(bodyOf({}, [set('metadata.seats', '6')])).toMatchObject({ metadata: { tags: ['a'] } });
  });

  it('loses a cleared key, and becomes {} with its last one', () => {
    expect(bodyOf({}, [clear('metadata.seats')])).toStrictEqual({
      metadata: { cost_center: 'CC-1', vip: true, tags: ['a'] },
    });
    expect(bodyOf({ metadata: { a: 'x' } }, [clear('metadata.a')])).toStrictEqual({ metadata: {} });
  });

  it('may have keys that objects have of their own', () => {
    const metadata = JSON.parse('{"__proto__":"old","constructor":"old","toString":"old"}') as JsonObject;
    const edits = [set('metadata.__proto__', 'new'), set('metadata.hasOwnProperty', 'new')];
    expect(JSON.stringify(bodyOf({ metadata }, edits))).toBe(
      '{"metadata":{"__proto__":"new","constructor":"old","toString":"old","hasOwnProperty":"new"}}',
    );
    expect(JSON.stringify(bodyOf({ metadata }, [clear('metadata.constructor')]))).toBe(
      '{"metadata":{"__proto__":"old","toString":"old"}}',
    );
    expect(merge({ metadata: {} }, [set('metadata.constructor', 'x')])).toMatchObject({
      changes: [{ before: null, after: 'x' }],
    });
  });
});

describe('a number that would not survive', () => {
  const lossy = (
    object: 'billing_address' | 'metadata',
    edits: readonly FieldEdit[],
    copyBillingToShipping = false,
  ) => {
    const result = mergeEdits({ ...snapshot(ANNA), lossyObjects: [object] }, edits, {
      copyBillingToShipping,
    });
    return result.ok ? result.value.body : result.error;
  };

  it('blocks the object it is in, and no other', () => {
    const blocked = { code: 'number_would_change', object: 'metadata' };
    expect(lossy('metadata', [set('metadata.cost_center', 'x')])).toStrictEqual(blocked);
    expect(lossy('metadata', [set('metadata.cost_center', 'CC-1')])).toStrictEqual({});
    expect(lossy('metadata', [set('billing_address.city', 'x')])).toHaveProperty('billing_address');
  });

  it('is not copied to another address either', () => {
    const blocked = { code: 'number_would_change', object: 'billing_address' };
    expect(lossy('billing_address', [set('billing_address.city', 'x')])).toStrictEqual(blocked);
    expect(lossy('billing_address', [set('billing_address.city', 'Cambridge')], true)).toStrictEqual(blocked);
  });
});

describe('plain fields', () => {
  it('are sent as asked, cleared with null, and not where they are so', () => {
    const edits = [
      set('name', 'Anna Fictional'),
      clear('phone'),
      clear('description'),
      set('tax_exempt', true),
    ];
    expect(merge({}, edits)).toStrictEqual({
      body: { phone: null, tax_exempt: true },
      changes: [
        { field: 'phone', before: '+16175550100', after: null },
        { field: 'tax_exempt', before: false, after: true },
      ],
    });
  });

  it('are never sent against a rule of Atlas', () => {
    expect(bodyOf({}, [clear('email')])).toBe('body_refused');
    expect(merge({}, [set('metadata.note', 'a\u0000')])).toStrictEqual({
      code: 'body_refused',
      field: 'metadata.note',
      why: 'nul_in_text',
    });
  });
});

describe('a copied billing address', () => {
  it('is the merged one, whole, and shows what it changes', () => {
    const customer = { shipping_address: { city: 'Boston', gate: '5' }, billing_address: { city: 'Boston' } };
    expect(merge(customer, [set('billing_address.line1', 'a')], true)).toStrictEqual({
      body: {
        billing_address: { city: 'Boston', line1: 'a' },
        shipping_address: { city: 'Boston', line1: 'a' },
      },
      changes: [
        { field: 'billing_address.line1', before: null, after: 'a' },
        { field: 'shipping_address.line1', before: null, after: 'a' },
      ],
    });
  });

  it('clears the shipping address with it', () => {
    const customer = { billing_address: { city: 'x' }, shipping_address: { city: 'y' } };
    expect(bodyOf(customer, [clear('billing_address.city')], true)).toStrictEqual({
      billing_address: null,
      shipping_address: null,
    });
  });

  it('is not copied in rows that edit none', () => {
    expect(bodyOf({}, [set('name', 'x')], true)).toStrictEqual({ name: 'x' });
  });
});
