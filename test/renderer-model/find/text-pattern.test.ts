import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPattern } from '../../../src/renderer/model/find/text-pattern.ts';

const pattern = (text: string, options: { matchCase?: boolean; wholeCell?: boolean } = {}) => {
  const made = textPattern({ text, matchCase: false, wholeCell: false, ...options });
  if (!made) throw new Error('There is no pattern');
  return made;
};

describe('a text that is looked for', () => {
  it.each([
    ['main', 'Main Street', true],
    ['MÜNCHEN', 'münchen', true],
    ['.', 'abc', false],
    ['(1)', 'Suite (1)', true],
    ['a|b', 'a', false],
    [String.raw`\d`, '5', false],
  ])('%s in %s, whatever its case, taken literally: %s', (text, cell, isFound) => {
    expect(pattern(text).matches(cell)).toBe(isFound);
  });

  it('can be looked for in its own case only', () => {
    expect(pattern('main', { matchCase: true }).matches('Main')).toBe(false);
    expect(pattern('Main', { matchCase: true }).matches('Main')).toBe(true);
  });

  it('can be the whole cell, line breaks included', () => {
    const whole = pattern('boston', { wholeCell: true });
    expect([whole.matches('Boston'), whole.matches('Boston, MA'), whole.matches('x\nBoston')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds nothing while nothing was typed', () => {
    expect(textPattern({ text: '', matchCase: false, wholeCell: false })).toBeUndefined();
  });
});

describe('replacing', () => {
  it('replaces every occurrence in a cell, and takes the new text as it is', () => {
    expect(pattern('st').replace('St. Paul St', '$1$&')).toBe('$1$&. Paul $1$&');
  });

  it('changes a cell only where it was found, and finds every text that stands in a cell', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, texts, texts, fc.boolean(), (before, text, after, by, matchCase) => {
        fc.pre(text !== '');
        const made = pattern(text, { matchCase });
        const cell = before + text + after;
        expect(made.matches(cell)).toBe(true);
        expect(made.places(cell).length).toBeGreaterThan(0);
        if (!made.matches(before)) expect(made.replace(before, by)).toBe(before);
      }),
    );
  });

  it('in its own case does what the language’s own replacing does', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'A', '.', '$', '&'), maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, texts, (cell, text, by) => {
        fc.pre(text !== '');
        expect(pattern(text, { matchCase: true }).replace(cell, by)).toBe(cell.split(text).join(by));
      }),
    );
  });
});
