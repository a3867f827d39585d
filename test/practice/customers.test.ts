import { describe, expect, it } from 'vitest';
import { generateCustomers } from '../../src/practice/customers.ts';

const customers = generateCustomers();
const addresses = customers.flatMap(({ billing_address, shipping_address }) => [
  billing_address,
  shipping_address,
]);
const metadata = customers.map((customer) => customer.metadata ?? {});
const count = <T>(items: readonly T[], isCounted: (item: T) => boolean): number =>
  items.filter(isCounted).length;

describe('the practice customers', () => {
  it('are 2,000, and the same ones every time', () => {
    expect(customers).toHaveLength(2000);
    expect(generateCustomers()).toStrictEqual(customers);
    expect(generateCustomers({ seed: 1 })[0]).not.toStrictEqual(customers[0]);
  });

  it('have UUIDs and e-mails that are all different', () => {
    for (const { id } of customers) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(customers.map(({ id }) => id)).size).toBe(2000);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(2000);
  });

  it.each(['US', 'GB', 'DE', 'FR', 'NL', 'JP', 'CA', 'AU', 'BR', 'ES'])(
    'live in %s, among others',
    (code) => {
      expect(count(addresses, (address) => address?.['country'] === code)).toBeGreaterThan(50);
    },
  );

  it('have US postal codes with leading zeros, which Excel loses', () => {
    const codes = addresses
      .filter((address) => address?.['country'] === 'US')
      .map((address) => address?.['postal_code']);
    expect(count(codes, (code) => typeof code === 'string' && code.startsWith('0'))).toBeGreaterThan(100);
    for (const code of codes) expect(code).toMatch(/^\d{5}$/);
  });

  it('are as untidy as grown data', () => {
    const few = 40;
    expect(count(customers, (customer) => customer.billing_address === null)).toBeGreaterThan(few);
    expect(count(customers, (customer) => customer.shipping_address === null)).toBeGreaterThan(few);
    expect(count(addresses, (address) => address?.['line2'] === null)).toBeGreaterThan(few);
    expect(count(addresses, (address) => !Object.hasOwn(address ?? { line2: '' }, 'line2'))).toBeGreaterThan(
      few,
    );
    expect(count(addresses, (address) => Object.hasOwn(address ?? {}, 'attention'))).toBeGreaterThan(few);
    expect(count(metadata, (some) => Object.keys(some).length === 0)).toBeGreaterThan(few);
    for (const type of ['string', 'number', 'boolean', 'object']) {
      expect(
        count(metadata, (some) => Object.values(some).some((value) => typeof value === type)),
      ).toBeGreaterThan(few);
    }
  });

  it('were partly created at the same instant, also where a page of 1,000 ends', () => {
    expect(new Set(customers.map(({ created }) => created)).size).toBeLessThan(1900);
    expect(customers[999]?.created).toBe(customers[1000]?.created);
  });

  it('can be many more, each created after 1970', () => {
    const many = generateCustomers({ count: 12_000 });
    expect(new Set(many.map(({ email }) => email)).size).toBe(12_000);
    expect(many.at(-1)?.created).toBeGreaterThan(1_500_000_000);
  });
});
