import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/renderer/ui/fixes/visible-text.ts';

/** Signs in brackets. */
const shown = (text: string): string =>
  visibleText(text)
    .map(({ text: piece, isSpace }) => (isSpace ? `[${piece}]` : piece))
    .join('');

describe('a text whose spaces matter', () => {
  it.each([
    ['Main Street', 'Main Street'],
    ['  Anna ', '[··]Anna[·]'],
    ['a  b', 'a[··]b'],
    ['a\u00a0b', 'a[·]b'],
    ['02138\u200b', '02138[·]'],
    ['Suite 4\r\nBoston', 'Suite 4[↵]Boston'],
    ['a\tb', 'a[→]b'],
    ['', ''],
  ])('%j is shown as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('is cut where it is long', () => {
    expect(shown('x'.repeat(500)).length).toBeLessThan(150);
  });
});
