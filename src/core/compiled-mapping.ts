import type { ColumnIndex } from './diagnostic.ts';
import { type AddressName, type Field, fieldShape } from './fields.ts';
import type { KeyKind, Mapping } from './mapping.ts';

export interface MappedColumn {
  readonly column: ColumnIndex;
  readonly field: Field;
}

/** A mapping, taken apart once for all rows. */
export interface CompiledMapping {
  readonly key: { readonly column: ColumnIndex; readonly by: KeyKind } | undefined;
  readonly writes: readonly MappedColumn[];
  readonly checks: readonly MappedColumn[];
  readonly constants: ReadonlyMap<Field, string>;
  /** Write columns of each address that has any. */
  readonly addresses: ReadonlyMap<AddressName, readonly MappedColumn[]>;
  readonly blanks: Mapping['blanks'];
  readonly lookAlikes: Mapping['lookAlikes'];
}

export function compileMapping(mapping: Mapping): CompiledMapping {
  const writes: MappedColumn[] = [];
  const checks: MappedColumn[] = [];
  let key: CompiledMapping['key'];
  for (const [column, role] of mapping.roles.entries()) {
    if (role.kind === 'write') writes.push({ column, field: role.field });
    if (role.kind === 'check') checks.push({ column, field: role.field });
    if (role.kind === 'key') key ??= { column, by: role.by };
  }
  const addresses = new Map<AddressName, MappedColumn[]>();
  for (const write of writes) {
    const shape = fieldShape(write.field);
    if (shape.kind === 'address')
      addresses.set(shape.address, [...(addresses.get(shape.address) ?? []), write]);
  }
  const constants = new Map(mapping.constants.map(({ field, text }) => [field, text] as const));
  return {
    key,
    writes,
    checks,
    constants,
    addresses,
    blanks: mapping.blanks,
    lookAlikes: mapping.lookAlikes,
  };
}

export const writeColumnOf = (mapping: CompiledMapping, field: string): ColumnIndex | undefined =>
  mapping.writes.find((write) => write.field === field)?.column;
