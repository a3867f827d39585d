import type { Customer } from './atlas.ts';
import type { JsonValue } from './json.ts';
import { isJsonObject } from './json.ts';

/** Fields that can be written. Source: the documented body of `PATCH /customers/{customer_id}`. */
export const PLAIN_FIELDS = [
  'email',
  'name',
  'phone',
  'description',
  'default_payment_method',
  'tax_exempt',
] as const;
export const ADDRESS_NAMES = ['billing_address', 'shipping_address'] as const;
export const ADDRESS_PARTS = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const;

export type PlainField = (typeof PLAIN_FIELDS)[number];
export type AddressName = (typeof ADDRESS_NAMES)[number];
export type AddressPart = (typeof ADDRESS_PARTS)[number];
export type AddressField = `${AddressName}.${AddressPart}`;
export type MetadataField = `metadata.${string}`;

/** Something that can be written, by its name: `email`, `billing_address.line1`, `metadata.<key>`. */
export type Field = PlainField | AddressField | MetadataField;

/** A field taken apart. */
export type FieldShape =
  | { readonly kind: 'plain'; readonly name: PlainField }
  | { readonly kind: 'address'; readonly address: AddressName; readonly part: AddressPart }
  | { readonly kind: 'metadata'; readonly key: string };

/** Made once: the rules ask for a few of them in each of a million rows. */
const addressFieldsByPart = Object.fromEntries(
  ADDRESS_NAMES.map((address) => [
    address,
    Object.fromEntries(ADDRESS_PARTS.map((part) => [part, `${address}.${part}`])),
  ]),
) as { readonly [name in AddressName]: { readonly [part in AddressPart]: AddressField } };

export const addressField = (address: AddressName, part: AddressPart): AddressField =>
  addressFieldsByPart[address][part];

/** The six fields of an address, in the order people write them. */
export const addressFields = (address: AddressName): readonly AddressField[] =>
  ADDRESS_PARTS.map((part) => addressField(address, part));

const knownShapes: ReadonlyMap<string, FieldShape> = new Map<string, FieldShape>([
  ...PLAIN_FIELDS.map((name) => [name, { kind: 'plain', name }] as const),
  ...ADDRESS_NAMES.flatMap((address) =>
    ADDRESS_PARTS.map((part) => [addressField(address, part), { kind: 'address', address, part }] as const),
  ),
]);

/** Every field except metadata keys, which are the customer's own. */
export const KNOWN_FIELDS = [...knownShapes.keys()] as readonly Exclude<Field, MetadataField>[];

const METADATA_PREFIX = 'metadata.';

/** Each field once: the known ones as people write them, then metadata by name. */
export function inFieldOrder(fields: Iterable<Field>): readonly Field[] {
  const present = new Set(fields);
  const known = KNOWN_FIELDS.filter((field) => present.has(field));
  return [...known, ...[...present].filter((field) => field.startsWith(METADATA_PREFIX)).sort()];
}

export const isField = (text: string): text is Field =>
  knownShapes.has(text) || (text.startsWith(METADATA_PREFIX) && text.length > METADATA_PREFIX.length);

export const fieldShape = (field: Field): FieldShape =>
  knownShapes.get(field) ?? { kind: 'metadata', key: field.slice(METADATA_PREFIX.length) };

/** Atlas stores an empty e-mail and turns a null exemption into `false`: neither is ever asked for by clearing. */
export const isClearable = (field: Field): boolean =>
  field !== 'email' && field !== 'tax_exempt' && field !== 'default_payment_method';

/** The customer's value of a field; `undefined` where it has none. */
export function fieldValue(customer: Customer, field: Field): JsonValue | undefined {
  const shape = fieldShape(field);
  switch (shape.kind) {
    case 'plain':
      return customer[shape.name];
    case 'address':
      return ownValue(customer[shape.address], shape.part);
    case 'metadata':
      return ownValue(customer.metadata, shape.key);
  }
}

/** Own properties only: a metadata key may be called `constructor`. */
export const ownValue = (object: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
