import {
  ADDRESS_NAMES,
  ADDRESS_PARTS,
  addressField,
  type Field,
  fieldShape,
  PLAIN_FIELDS,
} from '../../../../core/fields.ts';
import { meaningOf } from '../../../../core/headers/meaning.ts';
import type { ColumnRole, Mapping } from '../../../../core/mapping.ts';
import type { Column } from '../../../../core/sheet.ts';
import { fieldLabel } from '../../../../core/words/fields.ts';
import { MAPPING } from '../../words/mapping.ts';

export const ROLE_KINDS = [
  'key',
  'write',
  'check',
  'reference',
] as const satisfies readonly ColumnRole['kind'][];

/** The fields people choose from, as they belong together; metadata keys are the customer's own. */
export const FIELD_GROUPS = [
  { group: 'customer', fields: PLAIN_FIELDS },
  ...ADDRESS_NAMES.map((group) => ({
    group,
    fields: ADDRESS_PARTS.map((part) => addressField(group, part)),
  })),
] as const satisfies readonly { readonly group: string; readonly fields: readonly Field[] }[];

/** A column's role of another kind, as a person chose it; its field is kept where it may be sent or compared. */
export function roleOfKind(kind: ColumnRole['kind'], current: ColumnRole, column: Column): ColumnRole {
  const field = fieldOfRole(current) ?? fieldOfHeader(column);
  switch (kind) {
    case 'key':
      return { kind, by: field === 'email' ? 'email' : 'id' };
    case 'write':
    case 'check':
      return { kind, field: field ?? `metadata.${column.name}` };
    case 'reference':
      // SECURITY: no field. A reference column that names one is written as soon as a cell of it is edited, and
      // what a person chose not to be sent must not be (promise: what was not asked for is not touched).
      return { kind };
  }
}

export const fieldOfRole = (role: ColumnRole): Field | undefined =>
  role.kind === 'key' ? undefined : role.field;

function fieldOfHeader({ header }: Column): Field | undefined {
  const meaning = meaningOf(header);
  return meaning.kind === 'field' ? meaning.field : undefined;
}

export const isMetadata = (field: Field): boolean => fieldShape(field).kind === 'metadata';

export const metadataKeyOf = (field: Field): string => {
  const shape = fieldShape(field);
  return shape.kind === 'metadata' ? shape.key : '';
};

/** The mapping with another role for a column. Only one column finds the customer: the one before it no longer does. */
export const withRole = (mapping: Mapping, column: number, role: ColumnRole): Mapping => ({
  ...mapping,
  roles: mapping.roles.map((current, index) => {
    if (index === column) return role;
    return role.kind === 'key' && current.kind === 'key' ? { kind: 'reference' } : current;
  }),
});

/** What will be written, in as few words as it takes: the parts of an address count as one thing. */
export function writtenThings(mapping: Mapping): readonly string[] {
  const parts = new Map<string, number>();
  const written = new Set(writtenFields(mapping));
  for (const field of written) {
    const shape = fieldShape(field);
    const thing = shape.kind === 'address' ? shape.address : field;
    parts.set(thing, (parts.get(thing) ?? 0) + 1);
  }
  const things = [...parts].map(([thing, number]) =>
    number > 1 ? MAPPING.parts(thing, number) : fieldLabel(thing),
  );
  const constants = mapping.constants.filter(({ field }) => !written.has(field));
  return [...things, ...constants.map(({ field }) => MAPPING.constantThing(field))];
}

export const writtenFields = ({ roles }: Mapping): readonly Field[] =>
  roles.flatMap((role) => (role.kind === 'write' ? [role.field] : []));
