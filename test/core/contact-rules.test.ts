import * as fc from 'fast-check';
import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { describe, expect, it } from 'vitest';
import { phoneProblem } from '../../src/core/contact-rules/phone.ts';
import { ID, validated } from './making.ts';

const problem = (text: string, country?: string) => phoneProblem(text, () => country)?.kind;

describe('a phone number', () => {
  it.each([
    '+1 617 555 0100',
    '+49 (0)30 1234567',
    '0049 30 1234567',
    '+44 020 7946 0958',
    '1-800-FLOWERS',
    '112 33',
    '+49 30 1234567 ext. 12',
    '030/1234567',
    '030 1234567 / 0171 2345678',
    '(617) 555-0100 x5',
    '+800 1234 5678',
    'Tel. 617 555 0100',
    '+1 (617) 555-0100;ext=4',
    '617.555.0100 or 617.555.0101',
    '５５５１２３４５',
    '+39 06 6982',
  ])('may be %j', (text) => {
    expect(problem(text.normalize('NFKC'))).toBeUndefined();
  });

  it.each([
    ['', 'no_number', undefined],
    ['on request', 'no_number', undefined],
    ['see notes 2', 'no_number', undefined],
    ['123', 'too_short', undefined],
    ['+1 617 555 01', 'too_short', undefined],
    ['+1 617 555 01000', 'too_long', undefined],
    ['+49 30 1234567890123456', 'too_long', undefined],
    ['+210 12345678', 'calling_code', undefined],
    ['617 555 01', 'too_short', 'US'],
    ['617 555 01000', 'too_long', 'CA'],
    ['12345678901234567', 'too_long', undefined],
  ])('%j can’t be one: %s', (text, kind, country) => {
    expect(problem(text, country)).toBe(kind);
  });

  it.each([
    ['555-0100', 'US'],
    ['1 617 555 0100', 'US'],
    ['011 49 30 1234567', 'US'],
    ['030 1234567', 'DE'],
    ['1234567', 'DE'],
    ['0011 1 617 555 0100', 'AU'],
  ])('%j may be dialled in %s', (text, country) => {
    expect(problem(text, country)).toBeUndefined();
  });

  it('is never doubted where libphonenumber thinks it possible', () => {
    const countries = getCountries(metadata);
    const dialled = fc.tuple(
      fc.constantFrom('', '+', '00', '0', '1', '+1', '+49', '+44 0', '+39', '+7'),
      fc.stringMatching(/^[0-9]{4,13}$/),
      fc.constantFrom<CountryCode | undefined>(undefined, ...countries),
    );
    fc.assert(
      fc.property(dialled, ([begin, digits, country]) => {
        const text = begin + digits;
        // Canada's short 310 numbers can be dialled in Canada only, whatever stands before them.
        fc.pre(!/^\+11?310\d{4}$/.test(text));
        const parsed =
          country === undefined
            ? parsePhoneNumberFromString(text, metadata)
            : parsePhoneNumberFromString(text, country, metadata);
        // It makes whole numbers of local ones where it can, which nobody who reads them does.
        const isAsTyped = parsed !== undefined && text.endsWith(parsed.nationalNumber);
        if (isAsTyped && parsed.isPossible()) expect(problem(text, country), text).toBeUndefined();
      }),
      { numRuns: 20_000 },
    );
  });

  it('is judged by the country of its row', () => {
    const said = (country: string) =>
      validated(['key:id', 'write:phone', 'write:billing_address.country'], [[ID, '617 555 01', country]])
        .read(0)
        .diagnostics.map(({ code, place }) => [code, place]);
    expect(said('US')).toStrictEqual([['phone_not_possible', { kind: 'cell', row: 0, column: 1 }]]);
    expect(said('FR')).toStrictEqual([]);
  });
});

describe('an e-mail at a provider', () => {
  const said = (email: string) =>
    validated(['key:id', 'write:email'], [[ID, email]])
      .read(0)
      .diagnostics.map(({ code, fix }) => [code, fix?.text]);

  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.fr', 'hotmail.fr'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.co.uk', 'yahoo.co.uk'],
    ['outlok.com', 'outlook.com'],
    ['icloud.comm', 'icloud.com'],
    ['gmail', 'gmail.com'],
    ['Gmial.com', 'gmail.com'],
    ['comcsat.net', 'comcast.net'],
    ['protonmial.com', 'protonmail.com'],
    ['me.con', 'me.com'],
  ])('%s is a slip for %s', (typed, meant) => {
    expect(said(`first.last@${typed}`)).toStrictEqual([['email_domain_mistyped', `first.last@${meant}`]]);
  });

  it.each([
    'mail.com',
    'email.com',
    'ymail.com',
    'cloud.com',
    'gail.com',
    'gmx.com',
    'gmail.co',
    'fmail.co.uk',
    'yahoo.ca',
    'roger.com',
    'chatter.net',
    'hotmail.dk',
    'outlook.com.br',
    'proton.me',
    'aol.de',
    'live.se',
    'msm.com',
    'home.com',
    'mail.gmial.company',
    'yandex.ru',
    'gmai1.example',
    'b',
    'müller.example',
    'olive.com',
    'att.com',
    'verizon.com',
  ])('%s may be what it says', (domain) => {
    expect(said(`first.last@${domain}`)).toStrictEqual([]);
  });
});
