import type { Customer } from '../../../src/core/atlas.ts';

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const emailOf = (number: number): string => `customer${number}@fictional.example`;

export const ADDRESS = {
  line1: '1 Main Street',
  line2: 'Suite 400',
  city: 'Cambridge',
  state: 'MA',
  postal_code: '02138',
  country: 'US',
} as const;

/** A customer one knows by heart. */
export function customer(number: number, fields: Partial<Customer> = {}): Customer {
  return {
    id: idOf(number),
    object: 'customer',
    email: emailOf(number),
    name: `Fictional Company ${number}`,
    phone: '+16175550100',
    description: null,
    billing_address: ADDRESS,
    shipping_address: null,
    default_payment_method: 'pm_1',
    tax_exempt: false,
    tax_ids: [],
    metadata: { cost_center: 'CC-1' },
    created: 1_700_000_000 - number,
    ...fields,
  };
}

/** Customers 1 to `count`. */
export const customers = (count: number): readonly Customer[] =>
  Array.from({ length: count }, (_, index) => customer(index + 1));
