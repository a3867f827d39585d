import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/core/mapping.ts';
import { checkMapping, withEditedColumns } from '../../src/core/mapping.ts';
import { columnsOf } from '../../src/core/sheet.ts';
import { codesOf, mappingBy } from './making.ts';

const codes = (roles: readonly string[], answers: Partial<Mapping> = {}): readonly string[] =>
  codesOf(checkMapping(mappingBy(roles, answers), columnsOf(roles)));

describe('a mapping', () => {
  it('with a key and something to write is fine', () => {
    expect(codes(['key:id', 'write:name', 'check:name', 'reference'])).toStrictEqual([]);
    expect(codes(['key:id'], { constants: [{ field: 'name', text: 'x' }] })).toStrictEqual([]);
  });

  it.each([
    ['has no key', ['write:name'], ['no_key']],
    ['has several keys', ['key:id', 'key:email', 'write:name'], ['several_keys']],
    ['writes nothing', ['key:id', 'check:name', 'reference'], ['nothing_to_write']],
    [
      'writes a field twice',
      ['key:id', 'write:name', 'write:name'],
      ['field_written_twice', 'field_written_twice'],
    ],
  ])('is an error when it %s', (_, roles, expected) => {
    expect(codes(roles)).toStrictEqual(expected);
  });

  it('names the columns that write the same field', () => {
    const columns = columnsOf(['id', 'Zip', 'Zip']);
    const roles = ['key:id', 'write:billing_address.postal_code', 'write:billing_address.postal_code'];
    const [found] = checkMapping(mappingBy(roles), columns);
    expect(found).toMatchObject({ place: { kind: 'column', column: 1 } });
    expect(found?.message).toBe(
      '“Zip” and “Zip (2)” are all written to billing postal code; only one can be.',
    );
  });

  it('copies the billing address or writes the shipping address, not both', () => {
    const copyBillingToShipping = true;
    expect(codes(['key:id', 'write:billing_address.city'], { copyBillingToShipping })).toStrictEqual([]);
    expect(codes(['key:id', 'write:shipping_address.city'], { copyBillingToShipping })).toStrictEqual([
      'copy_and_columns',
    ]);
    const constants = [{ field: 'shipping_address.country', text: 'US' }] as const;
    expect(codes(['key:id', 'write:name'], { copyBillingToShipping, constants })).toStrictEqual([
      'copy_and_columns',
    ]);
  });
});

describe('an edited column', () => {
  const mapping: Mapping = {
    ...mappingBy(['key:id', 'write:name', 'check:email', 'reference']),
    roles: [
      { kind: 'key', by: 'id' },
      { kind: 'reference', field: 'phone' },
      { kind: 'check', field: 'email' },
      { kind: 'reference' },
    ],
  };

  it('is written when it names a field', () => {
    expect(withEditedColumns(mapping, new Set([1])).roles[1]).toStrictEqual({
      kind: 'write',
      field: 'phone',
    });
  });

  it('stays what it is when it names none, or is not reference', () => {
    expect(withEditedColumns(mapping, new Set([0, 2, 3]))).toStrictEqual(mapping);
  });
});
