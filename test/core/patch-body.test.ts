import { describe, expect, it } from 'vitest';
import { checkPatchBody, type PatchBody } from '../../src/core/patch-body.ts';

const problems = (body: unknown) => checkPatchBody(body as PatchBody).map(({ path }) => path.join('.'));

describe('a body', () => {
  it.each([
    ['nothing', {}],
    ['every field', fullBody()],
    ['cleared fields', { name: null, phone: null, description: null, billing_address: null }],
    ['empty texts', { name: '', phone: '', billing_address: { line2: '' } }],
    ['an unknown key of an address', { billing_address: { city: 'x', attention: 'y', deep: { z: [1] } } }],
    ['cleared parts of an address', { shipping_address: { city: null } }],
    ['metadata of every kind', { metadata: { a: 'x', b: 1, c: true, d: null, e: [1], f: { g: 2 } } }],
    ['metadata keys that objects have of their own', JSON.parse('{"metadata":{"__proto__":"x"}}')],
    ['a metadata key called constructor', { metadata: { constructor: 'x', toString: 'y' } }],
  ])('may hold %s', (_, body) => {
    expect(problems(body)).toStrictEqual([]);
  });

  it.each([
    ['a null e-mail', { email: null }, ['email']],
    ['an empty e-mail', { email: '' }, ['email']],
    ['no e-mail', { email: 'x' }, ['email']],
    ['a text for a boolean', { tax_exempt: 'maybe' }, ['tax_exempt']],
    ['null for a boolean', { tax_exempt: null }, ['tax_exempt']],
    ['a text for an address', { billing_address: '1 Main Street' }, ['billing_address']],
    ['a list for an address', { shipping_address: [] }, ['shipping_address']],
    [
      'a number for an address part',
      { billing_address: { postal_code: 2138 } },
      ['billing_address.postal_code'],
    ],
    ['a number for a name', { name: 5 }, ['name']],
    ['null for metadata', { metadata: null }, ['metadata']],
    ['a text for metadata', { metadata: 'x' }, ['metadata']],
    ['null for the payment method', { default_payment_method: null }, ['default_payment_method']],
    ['NUL in a text', { description: 'a\u0000' }, ['description']],
    ['NUL in an address', { billing_address: { city: '\u0000' } }, ['billing_address.city']],
    ['NUL in metadata', { metadata: { note: '\u0000' } }, ['metadata.note']],
    ['NUL in a metadata key', { metadata: { 'a\u0000': 'x' } }, ['metadata.a\u0000']],
    ['half a character', { name: 'x\ud83d' }, ['name']],
    ['half a character in metadata', { metadata: { note: '\udc00' } }, ['metadata.note']],
  ])('may not hold %s', (_, body, expected) => {
    expect(problems(body)).toStrictEqual(expected);
  });

  it.each(['id', 'object', 'created', 'tax_ids', 'livemode', 'balance'])('never holds %s', (name) => {
    expect(checkPatchBody({ [name]: 'x' })).toHaveLength(1);
  });

  it('is refused with the code of the finding it becomes', () => {
    const codes = checkPatchBody({ email: 'x', name: '\u0000', metadata: { a: '\ud800' } }).map(
      ({ message }) => message,
    );
    expect(codes).toStrictEqual(['not_an_email', 'nul_in_text', 'broken_character']);
  });
});

function fullBody(): PatchBody {
  return {
    email: 'anna@fictional.example',
    name: 'Anna',
    phone: '1',
    description: 'x',
    billing_address: { line1: 'a', line2: 'b', city: 'c', state: 'd', postal_code: 'e', country: 'f' },
    shipping_address: {},
    default_payment_method: 'pm_1',
    tax_exempt: true,
    metadata: {},
  };
}
