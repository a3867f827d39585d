import type { ColumnIndex } from './diagnostic.ts';
import type { TextUse } from './excel-damage/damage.ts';
import {
  ADDRESS_NAMES,
  type AddressName,
  type AddressPart,
  addressField,
  type Field,
  fieldShape,
} from './fields.ts';
import type { KeyKind, Mapping } from './mapping.ts';

export interface MappedColumn {
  readonly column: ColumnIndex;
  readonly field: Field;
}

export interface WriteColumn extends MappedColumn {
  /** What its texts are for; `undefined` where they are no texts. */
  readonly use: TextUse | undefined;
}

/** A mapping, taken apart once for all rows. */
export interface CompiledMapping {
  readonly key: { readonly column: ColumnIndex; readonly by: KeyKind } | undefined;
  readonly writes: readonly WriteColumn[];
  readonly checks: readonly MappedColumn[];
  readonly constants: ReadonlyMap<Field, string>;
  /** Write columns of each address that has any. */
  readonly addresses: ReadonlyMap<AddressName, readonly MappedColumn[]>;
  /** Columns that say where an address is, though nothing is written from them. */
  readonly whereabouts: ReadonlyMap<AddressName, Whereabouts>;
  readonly blanks: Mapping['blanks'];
  readonly lookAlikes: Mapping['lookAlikes'];
}

/** The columns of an address by which its postal code is judged. */
export interface Whereabouts {
  readonly country: ColumnIndex | undefined;
  readonly state: ColumnIndex | undefined;
}

/** Worked out once for all rows: which columns matter, and for what. */
export function compileMapping(mapping: Mapping): CompiledMapping {
  const writes: WriteColumn[] = [];
  const checks: MappedColumn[] = [];
  let key: CompiledMapping['key'];
  for (const [column, role] of mapping.roles.entries()) {
    if (role.kind === 'write') writes.push({ column, field: role.field, use: useOf(role.field) });
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
    whereabouts: new Map(ADDRESS_NAMES.map((address) => [address, whereaboutsOf(address, mapping)])),
    blanks: mapping.blanks,
    lookAlikes: mapping.lookAlikes,
  };
}

function whereaboutsOf(address: AddressName, { roles }: Mapping): Whereabouts {
  const columnOf = (part: AddressPart): ColumnIndex | undefined => {
    const column = roles.findIndex(
      (role) =>
        (role.kind === 'check' || role.kind === 'reference') && role.field === addressField(address, part),
    );
    return column < 0 ? undefined : column;
  };
  return { country: columnOf('country'), state: columnOf('state') };
}

function useOf(field: Field): TextUse | undefined {
  const shape = fieldShape(field);
  switch (shape.kind) {
    case 'metadata':
      return 'text';
    case 'plain':
      if (shape.name === 'tax_exempt') return undefined;
      return shape.name === 'phone' || shape.name === 'email' ? shape.name : 'text';
    case 'address':
      if (shape.part === 'line1' || shape.part === 'line2') return 'street';
      return shape.part === 'postal_code' ? 'postal_code' : 'place';
  }
}

export const writeColumnOf = (mapping: CompiledMapping, field: string): ColumnIndex | undefined =>
  mapping.writes.find((write) => write.field === field)?.column;
