import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCsv } from '../../../src/core/csv/print.ts';
import { unwrapped, wrapped } from '../../../src/core/excel-text.ts';
import { originalCells, originalHeaders } from '../../../src/core/sheet.ts';
import { codesOf, imported, rowTexts } from '../making.ts';

describe('a cell written as ="02138"', () => {
  it.each([
    ['bare', 'id,zip\n1,="02138"\n'],
    ['quoted', 'id,zip\n1,"=""02138"""\n'],
  ])('is the text 02138, and reports print it as the file does: %s', (_, text) => {
    const { sheet, diagnostics } = imported(text);
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', '02138']);
    expect(originalCells(sheet, 0)).toStrictEqual(['1', '="02138"']);
    expect(diagnostics.map(({ message }) => message)).toStrictEqual([
      '1 cell written as ="…", Excel’s way of keeping text, was read as the text between the quotation marks.',
    ]);
  });

  it('may be a header', () => {
    const { sheet } = imported('"=""id""",b\n1,2\n');
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(['id', 'b']);
    expect(originalHeaders(sheet)).toStrictEqual(['="id"', 'b']);
  });

  it('stays as it is where a person wants that', () => {
    const { sheet, diagnostics } = imported('id,zip\n1,="02138"\n', { excelText: 'keep' });
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', '="02138"']);
    expect(originalCells(sheet, 0)).toStrictEqual(['1', '="02138"']);
    expect(codesOf(diagnostics)).toStrictEqual([]);
  });

  it.each(['=02138', '="02138', '=02138"', '="a"&"b"', '=SUM("1")', ' ="1"', '="a"b"'])(
    'is not what %j is',
    (text) => {
      expect(unwrapped(text)).toBeUndefined();
      expect(rowTexts(imported(printCsv([['a'], [text]])).sheet, 0)).toStrictEqual([text]);
    },
  );

  it('is found wherever it is in a large file', () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row},="0${row}"`);
    const { sheet, diagnostics } = imported(`id,zip\n${rows.join('\n')}\n`);
    expect(rowTexts(sheet, 39_999)).toStrictEqual(['39999', '039999']);
    expect(originalCells(sheet, 20_000)).toStrictEqual(['20000', '="020000"']);
    expect(diagnostics[0]?.message).toContain('40,000 cells');
  });

  it('is made again exactly as it was, whatever is within', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '=', 'a', '0', '\n', ',') }), (text) => {
        expect(unwrapped(wrapped(text))).toBe(text);
      }),
    );
  });
});
