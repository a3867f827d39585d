import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../src/core/headers/meaning.ts';
import { MEANING_NOTHING, MEANING_SOMETHING } from './corpus.ts';

function meant(header: string): string {
  const meaning = meaningOf(header);
  if (meaning.kind === 'field') return meaning.field;
  return meaning.kind === 'id' || meaning.kind === 'customer' ? meaning.kind : '';
}

describe('a header of another program, or of a person,', () => {
  it.each(MEANING_SOMETHING)('is understood: $source’s “$header” is $means', ({ header, means }) => {
    expect(meant(header)).toBe(means);
  });

  it.each(MEANING_NOTHING)(
    'that is about something else is left alone: $source’s “$header”',
    ({ header }) => {
      expect(meant(header)).toBe('');
    },
  );

  it('is asked about in numbers that say something', () => {
    expect(new Set(MEANING_SOMETHING.map(({ header }) => header)).size).toBeGreaterThan(150);
    expect(new Set(MEANING_NOTHING.map(({ header }) => header)).size).toBeGreaterThan(60);
  });

  it('is understood however its words are joined', () => {
    const words = ['billing', 'address', 'postal', 'code'];
    const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
    const pascal = words.map(upper).join('');
    const spellings = [
      ...['_', '-', ' ', '.', '/', ': ', ' - ', '__'].map((joint) => words.join(joint)),
      pascal,
      pascal.charAt(0).toLowerCase() + pascal.slice(1),
      words.join('_').toUpperCase(),
      'billing_address[postal_code]',
      'billing[address][postal_code]',
      ' Billing  Address  Postal  Code* ',
    ];
    expect(spellings.filter((header) => meant(header) !== 'billing_address.postal_code')).toEqual([]);
  });

  it('is the field’s own name, or another name for it', () => {
    expect(meaningOf('billing_address.city')).toMatchObject({ confidence: 'exact' });
    expect(meaningOf('Email')).toMatchObject({ confidence: 'exact' });
    expect(meaningOf('E-mail')).toMatchObject({ confidence: 'alias' });
  });

  it.each(['metadata.constructor', 'metadata[__proto__]', 'Metadata: toString'])(
    'called %s is a metadata key like any other',
    (header) => {
      expect(meant(header)).toBe(`metadata.${/\w+(?=\]?$)/.exec(header)?.[0] ?? ''}`);
    },
  );
});
