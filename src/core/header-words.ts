import {
  ADDRESS_PARTS,
  type AddressName,
  type AddressPart,
  addressField,
  type Field,
  type PlainField,
} from './fields.ts';

/** What a header seems to name. */
export type HeaderMeaning =
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: Field; readonly confidence: 'exact' | 'alias' }
  /** A column that only an export of customers has. */
  | { readonly kind: 'export_only' };

const ID_WORDS: ReadonlySet<string> = new Set([
  'id',
  'customer id',
  'customerid',
  'atlas id',
  'atlas customer id',
  'customer',
  'customer no',
  'customer number',
  'customer uuid',
  'cust id',
  'kunden id',
  'kundennummer',
]);

const PLAIN_WORDS: ReadonlyMap<string, PlainField> = new Map([
  ['email', 'email'],
  ['e mail', 'email'],
  ['email address', 'email'],
  ['e mail address', 'email'],
  ['mail', 'email'],
  ['customer email', 'email'],
  ['new email', 'email'],
  ['new e mail', 'email'],
  ['name', 'name'],
  ['customer name', 'name'],
  ['full name', 'name'],
  ['company', 'name'],
  ['company name', 'name'],
  ['new name', 'name'],
  ['phone', 'phone'],
  ['phone number', 'phone'],
  ['telephone', 'phone'],
  ['tel', 'phone'],
  ['mobile', 'phone'],
  ['customer phone', 'phone'],
  ['new phone', 'phone'],
  ['description', 'description'],
  ['customer description', 'description'],
  ['default payment method', 'default_payment_method'],
  ['payment method', 'default_payment_method'],
  ['tax exempt', 'tax_exempt'],
  ['tax exemption', 'tax_exempt'],
  ['taxexempt', 'tax_exempt'],
  ['vat exempt', 'tax_exempt'],
]);

const PART_WORDS: ReadonlyMap<string, AddressPart> = new Map([
  ...ADDRESS_PARTS.map((part) => [part.replaceAll('_', ' ').replace(/(\d)$/, ' $1'), part] as const),
  ['address', 'line1'],
  ['address 1', 'line1'],
  ['address line 1', 'line1'],
  ['address line', 'line1'],
  ['line 1', 'line1'],
  ['street', 'line1'],
  ['street 1', 'line1'],
  ['street address', 'line1'],
  ['addr 1', 'line1'],
  ['addr', 'line1'],
  ['address 2', 'line2'],
  ['address line 2', 'line2'],
  ['street 2', 'line2'],
  ['street address 2', 'line2'],
  ['addr 2', 'line2'],
  ['suite', 'line2'],
  ['unit', 'line2'],
  ['apt', 'line2'],
  ['apartment', 'line2'],
  ['town', 'city'],
  ['city town', 'city'],
  ['locality', 'city'],
  ['province', 'state'],
  ['region', 'state'],
  ['county', 'state'],
  ['state province', 'state'],
  ['zip', 'postal_code'],
  ['zip code', 'postal_code'],
  ['zipcode', 'postal_code'],
  ['postcode', 'postal_code'],
  ['post code', 'postal_code'],
  ['postal', 'postal_code'],
  ['postalcode', 'postal_code'],
  ['plz', 'postal_code'],
  ['country code', 'country'],
]);

/** A bare "Region" or "Suite" may be about anything; they name an address part only behind "billing" or "shipping". */
const ONLY_BEHIND_PREFIX: ReadonlySet<string> = new Set([
  'region',
  'county',
  'suite',
  'unit',
  'locality',
  'province',
]);

const ADDRESS_PREFIXES: readonly (readonly [RegExp, AddressName])[] = [
  [/^(billing|bill to|bill|invoice|invoicing)( address)? (?=\S)/, 'billing_address'],
  [/^(shipping|ship to|ship|delivery|deliver to)( address)? (?=\S)/, 'shipping_address'],
];

/** Words that say nothing about the field: `customer_billing_zip`, `new billing zip`. */
const NOISE_PREFIX = /^(customer (?=\S+ \S)|(new|updated|correct|corrected) (?=\S))/;

const METADATA = /^\s*meta ?data\s*[.[:_ ]\s*(.+?)\s*\]?\s*$/i;

const EXPORT_ONLY: ReadonlySet<string> = new Set(['object', 'created', 'created at', 'tax ids', 'livemode']);

/** Reads a header: snake, camel, spaces, dots and brackets alike. */
export function meaningOf(header: string): HeaderMeaning | undefined {
  const metadata = METADATA.exec(header);
  if (metadata?.[1]) return { kind: 'field', field: `metadata.${metadata[1]}`, confidence: 'exact' };
  const words = wordsOf(header);
  if (ID_WORDS.has(words)) return { kind: 'id' };
  if (EXPORT_ONLY.has(words)) return { kind: 'export_only' };
  const field = fieldOf(words) ?? fieldOf(words.replace(NOISE_PREFIX, ''));
  if (!field) return undefined;
  const isExact = header.trim().toLowerCase() === field;
  return { kind: 'field', field, confidence: isExact ? 'exact' : 'alias' };
}

function fieldOf(words: string): Field | undefined {
  for (const [prefix, address] of ADDRESS_PREFIXES) {
    const match = prefix.exec(words);
    const part = match && PART_WORDS.get(words.slice(match[0].length));
    if (part) return addressField(address, part);
  }
  if (words === 'billing address' || words === 'bill to address') return 'billing_address.line1';
  if (words === 'shipping address' || words === 'ship to address') return 'shipping_address.line1';
  const plain = PLAIN_WORDS.get(words);
  if (plain) return plain;
  const part = ONLY_BEHIND_PREFIX.has(words) ? undefined : PART_WORDS.get(words);
  return part && addressField('billing_address', part);
}

/** `billingAddress[postal_code]` → `billing address postal code`. */
function wordsOf(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
