import { ADDRESS_NAMES, ADDRESS_PARTS, addressField } from '../fields.ts';

const PARTS = {
  line1: 'street',
  line2: 'second address line',
  city: 'city',
  state: 'state',
  postal_code: 'postal code',
  country: 'country',
} as const satisfies Record<(typeof ADDRESS_PARTS)[number], string>;

const ADDRESSES = { billing_address: 'billing address', shipping_address: 'shipping address' } as const;
const ADDRESS_PREFIXES = { billing_address: 'billing', shipping_address: 'shipping' } as const;

const LABELS: ReadonlyMap<string, string> = new Map([
  ['customer_id', 'customer id'],
  ['email', 'e-mail'],
  ['name', 'name'],
  ['phone', 'phone'],
  ['description', 'description'],
  ['default_payment_method', 'default payment method'],
  ['tax_exempt', 'tax exemption'],
  ...Object.entries(ADDRESSES),
  ...Object.entries(PARTS),
  ...ADDRESS_NAMES.flatMap((address) =>
    ADDRESS_PARTS.map(
      (part) => [addressField(address, part), `${ADDRESS_PREFIXES[address]} ${PARTS[part]}`] as const,
    ),
  ),
]);

/** A field, address or address part as people call it; a metadata key by its own name. */
export const fieldLabel = (field: string): string =>
  LABELS.get(field) ?? field.replace(/^metadata\./, 'metadata ');
