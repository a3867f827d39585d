import * as fc from 'fast-check';
import type { Customer } from '../../src/core/atlas.ts';
import type { FieldEdit } from '../../src/core/edits.ts';
import {
  ADDRESS_NAMES,
  ADDRESS_PARTS,
  addressField,
  type Field,
  isClearable,
} from '../../src/core/fields.ts';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import type { PatchBody } from '../../src/core/patch-body.ts';
import { ID } from './making.ts';

/** Few texts, so that what is asked for is often there already. */
const text = fc.constantFrom('a', 'b', '02138', ' x ');
const METADATA_KEYS = ['plan', 'seats', 'constructor', '__proto__', 'a.b'] as const;

const address = fc.option(
  fc.dictionary(
    fc.constantFrom(...ADDRESS_PARTS, 'attention', '__proto__'),
    fc.oneof(text, fc.constantFrom<JsonValue>(null, '')),
    { maxKeys: 8 },
  ),
);

const metadata = fc.option(
  fc.dictionary(
    fc.constantFrom(...METADATA_KEYS, 'untouched'),
    fc.oneof(text, fc.constantFrom<JsonValue>(5, 0, true, false, null, '')),
    { maxKeys: 5 },
  ),
);

export const customers: fc.Arbitrary<Customer> = fc
  .record(
    {
      email: text,
      name: fc.option(text),
      phone: fc.option(text),
      description: fc.option(fc.constantFrom('', 'a')),
      billing_address: address,
      shipping_address: address,
      default_payment_method: fc.option(text),
      tax_exempt: fc.boolean(),
      metadata,
      unknown_field: fc.constantFrom<JsonValue>('kept', { deep: [1] }),
    },
    { requiredKeys: ['email', 'tax_exempt'] },
  )
  .map((some) => ({ id: ID, object: 'customer', created: 1_700_000_000, ...some }));

const fields: readonly Field[] = [
  'email',
  'name',
  'phone',
  'description',
  'default_payment_method',
  'tax_exempt',
  ...ADDRESS_NAMES.flatMap((name) => ADDRESS_PARTS.map((part) => addressField(name, part))),
  ...METADATA_KEYS.map((key) => `metadata.${key}` as const),
];

const editOf = (field: Field): fc.Arbitrary<FieldEdit> => {
  const value =
    field === 'tax_exempt'
      ? fc.boolean()
      : field === 'email'
        ? fc.constantFrom('a@b.example', 'c@d.example')
        : field.startsWith('metadata.')
          ? fc.constantFrom('a', '5', '7', 'true')
          : text;
  const set = value.map((wanted): FieldEdit => ({ field, edit: { kind: 'set', value: wanted } }));
  return isClearable(field)
    ? fc.oneof({ weight: 3, arbitrary: set }, fc.constant<FieldEdit>({ field, edit: { kind: 'clear' } }))
    : set;
};

/** Edits of different fields, as a row has them. */
export const rowEdits: fc.Arbitrary<readonly FieldEdit[]> = fc
  .subarray([...fields], { maxLength: 8 })
  .chain((chosen) => fc.tuple(...chosen.map(editOf)));

/** What Atlas makes of a body: objects are replaced whole, what is not in the body stays. */
export function patched(customer: Customer, body: PatchBody): Customer {
  return { ...customer, ...body };
}

/** Every value of a customer with its path; the parts of a replaced object each by itself. */
export function leaves(customer: Customer): ReadonlyMap<string, JsonValue | undefined> {
  const found = new Map<string, JsonValue | undefined>();
  for (const [name, value] of Object.entries(customer)) {
    const isReplaced = ['billing_address', 'shipping_address', 'metadata'].includes(name);
    if (!isReplaced) found.set(name, value);
    else
      for (const [key, item] of Object.entries((value ?? {}) as JsonObject))
        found.set(`${name}.${key}`, item);
  }
  return found;
}
