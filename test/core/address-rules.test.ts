import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/core/mapping.ts';
import { ID, validated } from './making.ts';

const PARTS = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const;
type Address = { readonly [part in (typeof PARTS)[number]]?: string };

function findings(address: Address, answers: Partial<Mapping> = {}) {
  const parts = PARTS.filter((part) => address[part] !== undefined);
  const roles = parts.map((part) => `write:billing_address.${part}`);
  const row = [ID, ...parts.map((part) => address[part] ?? '')];
  const { diagnostics } = validated(['key:id', ...roles], [row], answers).read(0);
  return diagnostics.map(({ code, severity, place, fix, message }) => {
    const part = place.kind === 'cell' ? parts[place.column - 1] : place.kind;
    return { code, severity, part, fix: fix?.text, message };
  });
}

const said = (address: Address, answers?: Partial<Mapping>) =>
  findings(address, answers).map(({ code, part, fix }) => [code, part, fix]);

describe('a country', () => {
  it.each([
    ['Germany', 'DE'],
    ['DEUTSCHLAND', 'DE'],
    ['Allemagne', 'DE'],
    ['deu', 'DE'],
    ['de', 'DE'],
    ['Tyskland', 'DE'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ['États-Unis', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Great Britain', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['Holland', 'NL'],
    ['日本', 'JP'],
    ['Россия', 'RU'],
    ['Korea, Republic of', 'KR'],
    ["Côte d'Ivoire", 'CI'],
    ['Türkiye', 'TR'],
    ['Germny', 'DE'],
    ['Switzerlnad', 'CH'],
    ['El', 'GR'],
    ['Czech Republic', 'CZ'],
    ['Österreich', 'AT'],
  ])('%j is offered as %s', (text, code) => {
    expect(said({ country: text })).toStrictEqual([['country_not_code', 'country', code]]);
  });

  it.each(['XX', 'ZZ', 'Atlantis', 'Irax', '??'])('%j is none', (text) => {
    expect(said({ country: text })).toStrictEqual([['unknown_country', 'country', undefined]]);
  });

  it('is only warned about: Atlas stores any text', () => {
    expect(findings({ country: 'Germany' })).toMatchObject([
      { severity: 'warning', message: 'Countries are written as two-letter codes. “Germany” is “DE”.' },
    ]);
  });
});

describe('a postal code that lost its zeros', () => {
  it.each([
    ['2138', 'US', '02138'],
    ['2138-1234', 'US', '02138-1234'],
    ['501', 'US', '00501'],
    ['21383702', 'US', '021383702'],
    ['907', 'PR', '00907'],
    ['1067', 'DE', '01067'],
    ['1000', 'FR', '01000'],
    ['187', 'IT', '00187'],
    ['8001', 'ES', '08001'],
    ['6600', 'MX', '06600'],
    ['100', 'FI', '00100'],
    ['26', 'NO', '0026'],
    ['2', 'ZA', '0002'],
    ['1310200', 'BR', '01310200'],
    ['600001', 'JP', '0600001'],
    ['18956', 'SG', '018956'],
    ['800', 'AU', '0800'],
    ['1001', 'UA', '01001'],
    ['30016', 'RO', '030016'],
    ['4524', 'KR', '04524'],
    ['1103', 'LT', '01103'],
    ['2138', 'United States', '02138'],
  ])('%s in %s gets them back: %s', (text, country, full) => {
    const found = said({ postal_code: text, country }).filter(([, part]) => part === 'postal_code');
    expect(found).toStrictEqual([['postal_zero_lost', 'postal_code', full]]);
  });

  it('is not guessed at where no code begins with zero', () => {
    for (const [text, country] of [
      ['101', 'AT'],
      ['100', 'BE'],
      ['6900', 'SE'],
      ['10000', 'IN'],
    ] as const)
      expect(said({ postal_code: text, country })).toStrictEqual([
        ['postal_code_unusual', 'postal_code', undefined],
      ]);
  });

  it('is seen by its state where the row has no country', () => {
    expect(said({ postal_code: '2138', state: 'MA' })).toStrictEqual([
      ['postal_zero_lost', 'postal_code', '02138'],
    ]);
    expect(said({ postal_code: '2138', state: 'Massachusetts' })).toHaveLength(1);
    // Perth, which is in Western Australia.
    expect(said({ postal_code: '6000', state: 'WA' })).toStrictEqual([]);
    expect(said({ postal_code: '2100', state: 'RI' })).toStrictEqual([]);
  });

  it('is left to the dry run where nothing says which country it is in', () => {
    expect(said({ postal_code: '2138' })).toStrictEqual([]);
  });

  it('is found by a country that the row only refers to, or that a constant gives', () => {
    const roles = ['key:id', 'write:billing_address.postal_code', 'check:billing_address.country'];
    const row = validated(roles, [[ID, '2138', 'US']]).read(0);
    expect(row.diagnostics.map(({ fix }) => fix?.text)).toStrictEqual(['02138']);
    const constants = [{ field: 'billing_address.country', text: 'US' }] as const;
    expect(said({ postal_code: '2138' }, { constants })).toStrictEqual([
      ['postal_zero_lost', 'postal_code', '02138'],
    ]);
  });
});

describe('a postal code', () => {
  it.each([
    ['2138.0', 'US', 'number_with_decimals', '02138'],
    ['10117.0', 'DE', 'number_with_decimals', '10117'],
    ['2,138', 'US', 'number_with_separators', '02138'],
    ['10,117', 'DE', 'number_with_separators', '10117'],
    ['10.117', 'DE', 'number_with_separators', '10117'],
    ['1 067', 'DE', 'number_with_separators', '01067'],
    ['1.0117E+04', 'DE', 'rounded_number', '10117'],
    ['1012', 'DE', 'postal_zero_lost', '01012'],
    ['101171', 'DE', 'postal_code_unusual', undefined],
    ['SW1A 1A', 'GB', 'postal_code_unusual', undefined],
    ['1234', 'NL', 'postal_code_unusual', undefined],
    ['K1M 1M', 'CA', 'postal_code_unusual', undefined],
    ['10117 Berlin', 'DE', 'postal_code_unusual', undefined],
  ])('%j of %s is found', (text, country, code, fix) => {
    expect(said({ postal_code: text, country })).toStrictEqual([[code, 'postal_code', fix]]);
  });

  it.each([
    ['sw1a1aa', 'GB'],
    ['SW1A  1AA', 'GB'],
    ['D-10117', 'DE'],
    ['DE-10117', 'DE'],
    ['00950', 'PL'],
    ['560 001', 'IN'],
    ['110-00', 'CZ'],
    ['1010', 'LV'],
    ['LV-1010', 'LV'],
    ['70.150-900', 'BR'],
    ['70150900', 'BR'],
    ['L-1930', 'LU'],
    ['999077', 'HK'],
    ['anything', 'AE'],
    ['02138 1234', 'US'],
    ['1016dw', 'NL'],
    ['d02p656', 'IE'],
  ])('%j of %s may be written so', (text, country) => {
    expect(said({ postal_code: text, country })).toStrictEqual([]);
  });

  it('says what one of its country looks like', () => {
    expect(findings({ postal_code: '101171', country: 'DE' })).toMatchObject([
      { message: '“101171” is not a postal code of Germany; one looks like “26133”.' },
    ]);
  });
});

describe('a state', () => {
  it.each([
    ['US', 'N.Y.'],
    ['US', 'ny'],
    ['US', 'US-NY'],
    ['US', 'Mass.'],
    ['US', 'PR'],
    ['US', 'AE'],
    ['CA', 'Québec'],
    ['CA', 'Île-du-Prince-Édouard'],
    ['CA', 'Newfoundland & Labrador'],
    ['AU', 'nsw'],
    ['BR', 'sao paulo'],
    ['IT', 'Lombardia'],
    ['DE', 'Bayern'],
    ['GB', 'XY'],
    ['MX', 'D.F.'],
    ['IN', 'TS'],
    ['ES', 'Cataluña'],
    ['IT', 'MI'],
  ])('of %s may be %j', (country, state) => {
    expect(said({ state, country })).toStrictEqual([]);
  });

  it.each([
    ['US', 'XX', undefined],
    ['US', 'Massachusets', 'Massachusetts'],
    ['US', 'Bavaria', undefined],
    ['CA', 'Ontaroi', 'Ontario'],
    ['AU', 'NY', undefined],
    ['BR', 'XP', undefined],
    ['IT', 'XQ', undefined],
  ])('of %s can’t be %j', (country, state, fix) => {
    expect(said({ state, country })).toStrictEqual([['unknown_state', 'state', fix]]);
  });

  it.each([
    ['US', 'NY', '02138'],
    ['US', 'California', '10001-1234'],
    ['CA', 'BC', 'K1M 1M4'],
    ['AU', 'NSW', '6000'],
    ['BR', 'RJ', '01310-200'],
    ['ES', 'Madrid', '08017'],
    ['IN', 'Karnataka', '400021'],
    ['MX', 'Jalisco', '06600'],
  ])('of %s, %s, does not have the postal code %s', (country, state, postal_code) => {
    expect(said({ state, postal_code, country })).toStrictEqual([
      ['postal_code_elsewhere', 'postal_code', undefined],
    ]);
  });
});

describe('an address', () => {
  it('without a street is warned about where the row itself clears it', () => {
    const row = { line1: '', city: 'Berlin' };
    expect(said(row, { blanks: { billing_address: 'clear' } })).toStrictEqual([
      ['street_missing', 'row', undefined],
    ]);
    expect(said({ ...row, line1: '[clear]' })).toStrictEqual([['street_missing', 'row', undefined]]);
    expect(said(row, { blanks: { billing_address: 'keep' } })).toStrictEqual([]);
    expect(said({ city: 'Berlin' })).toStrictEqual([]);
  });

  it('is judged apart from the other', () => {
    const roles = ['billing_address.country', 'shipping_address.postal_code', 'shipping_address.country'];
    const sheet = validated(
      ['key:id', ...roles.map((field) => `write:${field}`)],
      [[ID, 'DE', '2138', 'US']],
    );
    expect(sheet.read(0).diagnostics).toMatchObject([{ code: 'postal_zero_lost', place: { column: 2 } }]);
  });

  it('has one finding for each cell, and that is the damage', () => {
    expect(said({ postal_code: '21\u00ad38', country: 'US' })).toStrictEqual([
      ['invisible_characters', 'postal_code', '2138'],
    ]);
  });
});

describe('a constant that looks wrong', () => {
  const constants = [
    { field: 'billing_address.country', text: 'Germany' },
    { field: 'billing_address.postal_code', text: '1067' },
    { field: 'name', text: 'MÃ¼ller' },
  ] as const;

  it('is said once of the mapping and not of every row', () => {
    const sheet = validated(['key:id', 'write:billing_address.line1'], [[ID, 'Hauptstraße 1']], {
      constants,
    });
    expect(sheet.read(0).diagnostics).toStrictEqual([]);
    expect(sheet.mappingFindings).toMatchObject([
      { severity: 'warning', code: 'constant_doubtful' },
      {
        message:
          'The constant for billing country: Countries are written as two-letter codes. “Germany” is “DE”.',
      },
      {
        message:
          'The constant for billing postal code: “1067” lost the zero at its beginning: as a postal code of Germany it is “01067”.',
      },
    ]);
  });
});
