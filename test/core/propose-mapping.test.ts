import { describe, expect, it } from 'vitest';
import { unedited } from '../../src/core/edited-sheet.ts';
import { KNOWN_FIELDS } from '../../src/core/fields.ts';
import type { ColumnRole } from '../../src/core/mapping.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { columnsOf } from '../../src/core/sheet.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { ID, OTHER_ID, sheetFrom, typed } from './making.ts';

/** A role as a mapping file writes it. */
function written(role: ColumnRole): string {
  if (role.kind === 'key') return `key:${role.by}`;
  if (role.kind === 'reference') return role.field === undefined ? 'reference' : `reference (${role.field})`;
  return `${role.kind}:${role.field}`;
}
const proposed = (...headers: readonly string[]): readonly string[] =>
  proposeMapping(columnsOf(headers)).mapping.roles.map(written);

describe('a header', () => {
  it.each([
    ['Zip', 'billing_address.postal_code'],
    ['ZIP Code', 'billing_address.postal_code'],
    ['PLZ', 'billing_address.postal_code'],
    ['Bill To Postcode', 'billing_address.postal_code'],
    ['billing_address[postal_code]', 'billing_address.postal_code'],
    ['billing_address.postal_code', 'billing_address.postal_code'],
    ['billingAddress.postalCode', 'billing_address.postal_code'],
    ['BILLING_ZIP', 'billing_address.postal_code'],
    ['Billing Address Line 1', 'billing_address.line1'],
    ['billing_address_line1', 'billing_address.line1'],
    ['Bill-to Street', 'billing_address.line1'],
    ['Invoice address: city', 'billing_address.city'],
    ['Customer Billing Country', 'billing_address.country'],
    ['New billing zip', 'billing_address.postal_code'],
    ['New Zip', 'billing_address.postal_code'],
    ['Address 2', 'billing_address.line2'],
    ['Suite', undefined],
    ['Billing suite', 'billing_address.line2'],
    ['Ship To Zip', 'shipping_address.postal_code'],
    ['shippingAddress[line2]', 'shipping_address.line2'],
    ['Delivery region', 'shipping_address.state'],
    ['Region', undefined],
    ['Phone Number', 'phone'],
    ['Tél.', 'phone'],
    ['taxExempt', 'tax_exempt'],
    ['Default Payment Method', 'default_payment_method'],
    ['metadata.cost_center', 'metadata.cost_center'],
    ['metadata[Cost Center]', 'metadata.Cost Center'],
    ['Metadata: plan', 'metadata.plan'],
    ['metadata.constructor', 'metadata.constructor'],
    ['Sales rep', undefined],
    ['Last order', undefined],
    ['', undefined],
  ] as const)('%j is proposed for %s', (header, field) => {
    expect(proposed('id', header)[1]).toBe(field === undefined ? 'reference' : `write:${field}`);
  });

  it.each(['id', 'ID', 'Customer ID', 'customerId', 'customer_id', 'CustomerID', 'Atlas customer id'])(
    '%j finds the customer',
    (header) => {
      expect(proposed('Zip', header)[1]).toBe('key:id');
    },
  );
});

describe('a proposed mapping', () => {
  it('checks name and e-mail beside an id: sorted ids would go unnoticed', () => {
    expect(proposed('id', 'Name', 'E-mail', 'Zip')).toStrictEqual([
      'key:id',
      'check:name',
      'check:email',
      'write:billing_address.postal_code',
    ]);
  });

  it('writes names where names are all there is', () => {
    expect(proposed('id', 'Name')).toStrictEqual(['key:id', 'write:name']);
  });

  it('finds customers by e-mail where there is no id', () => {
    expect(proposed('Zip', 'Email', 'Name')).toStrictEqual([
      'write:billing_address.postal_code',
      'key:email',
      'check:name',
    ]);
  });

  it.each([
    [
      ['New e-mail', 'E-mail'],
      ['write:email', 'key:email'],
    ],
    [
      ['id', 'E-mail', 'New e-mail'],
      ['key:id', 'check:email', 'write:email'],
    ],
    [
      ['id', 'New name', 'Name', 'Zip'],
      ['key:id', 'write:name', 'check:name', 'write:billing_address.postal_code'],
    ],
    [
      ['id', 'Zip', 'New zip'],
      ['key:id', 'reference', 'write:billing_address.postal_code'],
    ],
  ])('takes the new value, not the old one beside it: %j', (headers, roles) => {
    expect(proposed(...headers)).toStrictEqual(roles);
  });

  it('writes a field from one column only', () => {
    expect(proposed('id', 'Zip', 'Postcode', 'Name', 'Company')).toStrictEqual([
      'key:id',
      'write:billing_address.postal_code',
      'reference',
      'check:name',
      'reference',
    ]);
  });
});

describe('a whole export', () => {
  it.each([
    ['has a column that only an export has', ['id', 'object', 'email', 'phone']],
    ['says when customers were created', ['Customer ID', 'Created', 'Phone']],
    ['has most of the fields', ['id', ...KNOWN_FIELDS.slice(0, 12)]],
  ])('is seen by what it holds: it %s', (_, headers) => {
    const { mapping, isWholeExport } = proposeMapping(columnsOf(headers));
    expect(isWholeExport).toBe(true);
    expect(mapping.roles.filter(({ kind }) => kind === 'write')).toStrictEqual([]);
  });

  it('is not a list of address corrections', () => {
    const headers = ['id', 'name', 'email', 'line1', 'line2', 'city', 'state', 'zip', 'country', 'phone'];
    expect(proposeMapping(columnsOf(headers)).isWholeExport).toBe(false);
  });

  it('writes nothing until a cell is edited, then only that column', () => {
    const headers = ['id', 'created', 'phone', 'description', 'metadata.plan'];
    const sheet = sheetFrom(headers, [
      [ID, '1700000000', 'old phone', 'old words', 'old plan'],
      [OTHER_ID, '1700000000', 'another phone', 'other words', 'other plan'],
    ]);
    const { mapping } = proposeMapping(sheet.columns);
    const untouched = validateSheet(unedited(sheet), mapping);
    expect(untouched.read(0).edits).toStrictEqual([]);
    expect(untouched.mappingFindings.map(({ code }) => code)).toStrictEqual(['nothing_to_write']);

    const edited = validateSheet(typed(unedited(sheet), 0, 2, '+1'), mapping);
    expect(edited.mappingFindings).toStrictEqual([]);
    expect(edited.mapping.roles.map(({ kind }) => kind)).toStrictEqual([
      'key',
      'reference',
      'write',
      'reference',
      'reference',
    ]);
    expect(edited.read(0).edits).toStrictEqual([{ field: 'phone', edit: { kind: 'set', value: '+1' } }]);
  });
});
