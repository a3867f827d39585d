import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/core/report-html/markup.ts';

const unit = fc.constantFrom('<', '>', '&', '"', "'", '`', '/', '=', ' ', 'a', ';', '\n', 'é', '-', '!');
const text = fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string());

const read = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a text in a page', () => {
  it('is never markup, whatever it is, and is read as what it is', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { markup } = html`${written}`;
        expect(markup).not.toMatch(/[<>"']/);
        expect(read(markup)).toBe(written.replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd'));
      }),
      { numRuns: 5000 },
    );
  });

  it('can’t be made to look like another one by turning the direction of writing', () => {
    expect(html`${'pay\u202efdp.exe'}`.markup).toBe('pay\ufffdfdp.exe');
  });

  it('stays what was made of it before: nothing is escaped twice', () => {
    expect(html`<b>${html`<i>${'a&b'}</i>`}${[html`1`, html`2`]}${3}</b>`.markup).toBe(
      '<b><i>a&amp;b</i>123</b>',
    );
  });
});
