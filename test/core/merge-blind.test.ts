import { describe, expect, it } from 'vitest';
import type { FieldEdit } from '../../src/core/edits.ts';
import { mergeBlind } from '../../src/core/merge-blind.ts';
import type { RowReading } from '../../src/core/row-reading.ts';
import { ADDRESS, clear, set } from './making.ts';

const KEY = { by: 'id', text: 'x' } as const;
function blind(edits: readonly FieldEdit[], rest: Partial<RowReading> = {}, copyBillingToShipping = false) {
  const result = mergeBlind({ key: KEY, checks: [], ...rest, edits }, { copyBillingToShipping });
  return result.ok ? result.value : result.error;
}

const whole = [
  set('billing_address.line1', '1 Main Street'),
  clear('billing_address.line2'),
  set('billing_address.city', 'Cambridge'),
  set('billing_address.state', 'MA'),
  set('billing_address.postal_code', '02138'),
  set('billing_address.country', 'US'),
] as const;
const { line2: _, ...withoutLine2 } = ADDRESS;

describe('a row for a key that can’t read', () => {
  it('sends plain fields as asked', () => {
    expect(blind([set('name', 'Anna'), clear('phone')])).toStrictEqual({
      body: { name: 'Anna', phone: null },
      changes: [
        { field: 'name', after: 'Anna' },
        { field: 'phone', after: null },
      ],
    });
  });

  it('sends an address that is given whole, clears included', () => {
    const merge = blind(whole);
    expect(merge).toHaveProperty('body', { billing_address: withoutLine2 });
    expect(merge).toHaveProperty('changes.length', 6);
    expect(merge).toHaveProperty('changes.1', { field: 'billing_address.line2', after: null });
  });

  it('copies it to the shipping address where the row says so', () => {
    const merge = blind(whole, {}, true);
    expect(merge).toHaveProperty('body', { billing_address: withoutLine2, shipping_address: withoutLine2 });
    expect(merge).toHaveProperty('changes.length', 12);
    expect(merge).toHaveProperty('changes.6', { field: 'shipping_address.line1', after: '1 Main Street' });
  });

  it('gives the shipping address its own values where the row gives no billing address to copy', () => {
    const shipping = whole.map(({ field, edit }) => ({
      field: field.replace('billing', 'shipping') as typeof field,
      edit,
    }));
    const merge = blind(shipping, {}, true);
    expect(merge).toHaveProperty('body', { shipping_address: withoutLine2 });
    expect(merge).toHaveProperty('changes.length', 6);
  });

  it('sends null for an address of which all is cleared', () => {
    const edits = whole.map(({ field }) => clear(field));
    expect(blind(edits)).toHaveProperty('body', { billing_address: null });
  });

  it('is blocked where an address is not whole: its other parts would be lost', () => {
    expect(blind(whole.slice(0, 4))).toStrictEqual({
      code: 'address_incomplete',
      address: 'billing_address',
      missing: ['billing_address.postal_code', 'billing_address.country'],
    });
  });

  it.each([
    ['metadata_unreadable', [set('metadata.a', 'x')], {}],
    ['metadata_unreadable', [set('name', 'x'), set('metadata.a', 'x')], {}],
    ['email_key_unreadable', [set('name', 'x')], { key: { by: 'email', text: 'a@b.example' } }],
    ['check_unreadable', [set('name', 'x')], { checks: [{ field: 'email', text: 'a@b.example' }] }],
    ['body_refused', [set('name', '\u0000')], {}],
  ] as const)('is blocked: %s', (code, edits, rest) => {
    expect(blind(edits, rest)).toHaveProperty('code', code);
  });

  it('is blocked with the part of an address that Atlas can’t take', () => {
    const edits = whole.map((given) => (given.field.endsWith('city') ? set(given.field, '\u0000') : given));
    expect(blind(edits)).toStrictEqual({
      code: 'body_refused',
      field: 'billing_address.city',
      why: 'nul_in_text',
    });
  });
});
