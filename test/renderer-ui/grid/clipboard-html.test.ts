import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipboardHtml,
  clipboardHtmlRow,
  parseHtmlTable,
} from '../../../src/renderer/ui/grid/clipboard-html.ts';
import type { Block } from '../../../src/renderer/ui/grid/clipboard-text.ts';

const copied = (rows: Block): string => clipboardHtml(rows.map(clipboardHtmlRow));

describe('cells on the clipboard as a table', () => {
  it('tell Excel that a postal code is text, so that it keeps its zero', () => {
    expect(copied([['02138', 'Boston']])).toContain(
      `<td style='mso-number-format:"\\@"'>02138</td><td>Boston</td>`,
    );
  });

  it.each(['3-5', '+1 555', '=A1', 'TRUE', '1E5', '@x'])(
    'keep %s from being read as something else',
    (text) => {
      expect(copied([[text]])).toContain('mso-number-format');
    },
  );

  it('are read where a page offers a table and no text', () => {
    const html = `<html><body><!--StartFragment--><table class=x><thead><tr><th>Zip</th><th>City</th></tr></thead>
      <tbody><tr><td><b>02138</b></td><td>Cambridge &amp;&nbsp;Co&#46;</td></tr>
      <tr><td colspan="2">both</td><td>third<br>line</td></tr></table> after`;
    expect(parseHtmlTable(html)).toEqual([
      ['Zip', 'City'],
      ['02138', 'Cambridge & Co.'],
      ['both', '', 'third\nline'],
    ]);
  });

  it('are none where a page offers other things', () => {
    expect(parseHtmlTable('<p>02138</p>')).toBeUndefined();
  });

  it('come back as they were copied, but for white space around them', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', '<', '>', '&', ' ', '0', '\n', 'é', '#') })
      .map((text) => text.replaceAll(/ *\n */g, '\n').trim());
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseHtmlTable(copied(rows))).toEqual(rows);
      }),
    );
  });
});
