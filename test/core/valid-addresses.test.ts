import { allFakers } from '@faker-js/faker';
import { describe, expect, it } from 'vitest';
import { generateCustomers } from '../../src/practice/customers.ts';
import { findingsOf } from './corpus/check-rows.ts';
import { VALID_COUNTRIES, VALID_ROWS, type ValidRow } from './corpus/valid-rows.ts';
import { ID, validated } from './making.ts';

const MOST_WARNED = 0.02;

function verdict(rows: readonly ValidRow[]) {
  const findings = findingsOf(rows);
  const said = findings.flatMap((found, row) =>
    found.map(({ severity, message }) => ({ severity, said: `${rows[row]?.country}: ${message}` })),
  );
  const warned = findings.filter((found) => found.length > 0).length;
  return { errors: said.filter(({ severity }) => severity === 'error'), said, share: warned / rows.length };
}

describe('customers who are as they should be', () => {
  it('from more than forty countries get no error, and hardly a warning', () => {
    expect(VALID_COUNTRIES.size).toBeGreaterThanOrEqual(40);
    expect(VALID_ROWS.length).toBeGreaterThanOrEqual(600);
    const { errors, said, share } = verdict(VALID_ROWS);
    const figures = `${VALID_ROWS.length} rows, ${VALID_COUNTRIES.size} countries, ${(share * 100).toFixed(1)} % warned`;
    console.log(figures);
    expect(errors).toStrictEqual([]);
    expect(share, JSON.stringify(said, null, 1)).toBeLessThanOrEqual(MOST_WARNED);
  });

  it('of the practice server can be written back without a warning', () => {
    const rows = generateCustomers().map((customer): ValidRow => {
      const part = (name: string) => {
        const value = customer.billing_address?.[name];
        return typeof value === 'string' ? value : '';
      };
      return {
        name: customer.name ?? '',
        email: customer.email ?? '',
        phone: customer.phone ?? '',
        line1: part('line1'),
        line2: part('line2'),
        city: part('city'),
        state: part('state'),
        postal_code: part('postal_code'),
        country: part('country'),
      };
    });
    const { errors, said, share } = verdict(rows);
    expect(errors).toStrictEqual([]);
    expect(share, JSON.stringify(said.slice(0, 20), null, 1)).toBeLessThanOrEqual(MOST_WARNED);
  });
});

describe('names, streets and sentences', () => {
  const PER_LANGUAGE = 40;

  /** Something that not every language of faker has, without the spaces that it leaves around some. */
  function made(make: () => string): string {
    try {
      return make().trim();
    } catch {
      return '';
    }
  }

  it('of all the languages that faker speaks look like no damage', () => {
    const rows = Object.values(allFakers).flatMap((faker) => {
      faker.seed(PER_LANGUAGE);
      return Array.from({ length: PER_LANGUAGE }, () => [
        made(() => faker.company.name()),
        made(() => faker.location.streetAddress()),
        made(() => faker.location.secondaryAddress()),
        made(() => faker.location.city()),
        made(() => faker.lorem.sentence()),
      ]);
    });
    const roles = [
      'name',
      'billing_address.line1',
      'billing_address.line2',
      'billing_address.city',
      'description',
    ];
    const sheet = validated(
      ['key:id', ...roles.map((role) => `write:${role}`)],
      rows.map((cells, row) => [ID.slice(0, -6) + String(row).padStart(6, '0'), ...cells]),
      { blanks: { billing_address: 'keep' } },
    );
    const said = rows.flatMap((_, row) => sheet.read(row).diagnostics.map(({ message }) => message));
    expect(rows.length).toBeGreaterThan(2_000);
    expect(said).toStrictEqual([]);
  });
});

describe('a customer whose values look like damage and are none', () => {
  const [whole] = VALID_ROWS;

  it.each<Partial<ValidRow>>([
    { name: "O'Brien" },
    { name: 'Jennifer Null' },
    { name: 'True' },
    { name: '1.618 Capital' },
    { name: '1E+' },
    { name: 'Straße' },
    { name: 'Nova-3' },
    { name: 'Jan-12 Design' },
    { line1: 'N/A Street' },
    { line1: 'May 3rd Street' },
    { line1: '1-3 Mayfield Rd' },
    { line1: '8 rue du 3 mai 1945' },
    { line1: '3 mai 1945' },
    { line1: '12-14' },
    { line1: '1/2' },
    { line1: '100' },
    { line1: '221B' },
    { line1: '5-Acre Lane' },
    { line1: 'Km 1,5 Carretera Norte' },
    { line1: '4.OG' },
    { line2: '2.2' },
    { line2: '3.12.14' },
    { line2: '2E' },
    { line2: '1-A' },
    { city: 'Ö' },
    { city: 'Ars-en-Ré' },
    { city: '6 October' },
    { phone: '617-555-0100 or 617-555-0101' },
    { phone: '(617) 555.0100' },
    { email: 'null@fictional.example' },
    { email: '3-may@fictional.example' },
  ])('%j', (values) => {
    if (!whole) throw new Error('There is no row');
    const said = findingsOf([{ ...whole, ...values }])[0]?.map(({ message }) => message);
    expect(said).toStrictEqual([]);
  });
});
