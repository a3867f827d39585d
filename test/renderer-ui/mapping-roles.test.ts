import { describe, expect, it } from 'vitest';
import { KNOWN_FIELDS } from '../../src/core/fields.ts';
import { isSameRole, mappingOf } from '../../src/core/mapping.ts';
import { columnsOf } from '../../src/core/sheet.ts';
import {
  FIELD_GROUPS,
  roleOfKind,
  withRole,
  writtenThings,
} from '../../src/renderer/ui/dialogs/mapping/roles.ts';

const [zip, notes, mail] = columnsOf(['Bill To Zip', 'Notes', 'E-mail']) as [
  ReturnType<typeof columnsOf>[number],
  ReturnType<typeof columnsOf>[number],
  ReturnType<typeof columnsOf>[number],
];

describe('choosing what a column is for', () => {
  it('offers every field that can be written, once', () => {
    expect(FIELD_GROUPS.flatMap(({ fields }) => [...fields]).sort()).toEqual([...KNOWN_FIELDS].sort());
  });

  it('proposes the field that the header names, else a metadata key', () => {
    expect(roleOfKind('write', { kind: 'reference' }, zip)).toEqual({
      kind: 'write',
      field: 'billing_address.postal_code',
    });
    expect(roleOfKind('write', { kind: 'reference' }, notes)).toEqual({
      kind: 'write',
      field: 'metadata.Notes',
    });
    expect(roleOfKind('key', { kind: 'reference' }, mail)).toEqual({ kind: 'key', by: 'email' });
  });

  it('keeps the chosen field when only the kind changes', () => {
    const written = { kind: 'write', field: 'phone' } as const;
    expect(roleOfKind('check', written, zip)).toEqual({ kind: 'check', field: 'phone' });
  });

  it('changes one column and leaves the others', () => {
    const mapping = mappingOf([{ kind: 'key', by: 'id' }, { kind: 'reference' }]);
    expect(withRole(mapping, 1, { kind: 'write', field: 'name' }).roles).toEqual([
      { kind: 'key', by: 'id' },
      { kind: 'write', field: 'name' },
    ]);
  });

  it('knows a role again whatever the order of its parts', () => {
    expect(isSameRole({ kind: 'write', field: 'name' }, { field: 'name', kind: 'write' })).toBe(true);
    expect(isSameRole({ kind: 'write', field: 'name' }, { kind: 'check', field: 'name' })).toBe(false);
    expect(isSameRole({ kind: 'reference' }, undefined)).toBe(false);
  });

  it('says an address with several parts as one thing', () => {
    const mapping = mappingOf([
      { kind: 'key', by: 'id' },
      { kind: 'write', field: 'email' },
      { kind: 'write', field: 'billing_address.line1' },
      { kind: 'write', field: 'billing_address.city' },
      { kind: 'write', field: 'shipping_address.city' },
    ]);
    expect(writtenThings(mapping)).toEqual(['e-mail', 'billing address (2 parts)', 'shipping address']);
  });
});
