import { describe, expect, it } from 'vitest';
import { codesOf, imported, rowTexts } from '../making.ts';

describe('a first line sep=', () => {
  it.each([
    ['sep=;\r\n', ';'],
    ['SEP=|\n', '|'],
    ['sep=\t\r', '\t'],
    ['"sep=,"\n', ','],
  ])('%j says how cells are separated and is no row', (line, delimiter) => {
    const text = `${line}a${delimiter}b,c;d\n1${delimiter}2\n`;
    const { sheet, dialect, diagnostics } = imported(text);
    expect(dialect).toMatchObject({ delimiter, delimiterBy: 'separator line', headerLine: 2 });
    expect(sheet.columns[0]?.header).toBe('a');
    expect(sheet.lines).toStrictEqual([3]);
    expect(codesOf(diagnostics)).toContain('separator_line');
  });

  it('is left out where another delimiter is chosen, too, and that is said', () => {
    const { sheet, diagnostics } = imported('sep=;\na,b\n1,2\n', { delimiter: ',' });
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(['a', 'b']);
    expect(diagnostics[0]?.message).toContain('another way was chosen');
  });

  it.each(['sep=x\na,b\n1,2\n', 'sep=;;\na,b\n', 'sep=\na,b\n', 'a,b\nsep=;\n'])(
    'that is not one stays text: %j',
    (text) => {
      const { sheet, diagnostics, beginning } = imported(text);
      expect(codesOf(diagnostics)).not.toContain('separator_line');
      const kept = [
        ...beginning.filter(({ kind }) => kind !== 'row').flatMap(({ cells }) => cells),
        ...Array.from({ length: sheet.rowCount }, (_, row) => rowTexts(sheet, row)).flat(),
      ].join();
      expect(kept).toContain('sep=');
    },
  );
});

describe('empty columns at the end', () => {
  it('are left out and counted', () => {
    const { sheet, diagnostics } = imported('a,b,, \n1,2,,\n3,4, ,\n');
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(['a', 'b']);
    expect(rowTexts(sheet, 1)).toStrictEqual(['3', '4']);
    expect(sheet.raggedRows.size).toBe(0);
    expect(diagnostics.map(({ message }) => message)).toStrictEqual([
      '2 columns at the end have neither header nor cells and were left out.',
    ]);
  });

  it('stay where one cell of them holds something', () => {
    expect(imported('a,,\n1,,\n2,,x\n').sheet.columns).toHaveLength(3);
  });

  it('that only the header or only some rows have make no row ragged', () => {
    const { sheet } = imported('a,b,,\n1,2\n3,4,\n5,6,,\n');
    expect(sheet.columns).toHaveLength(2);
    expect(sheet.raggedRows.size).toBe(0);
  });

  it('do not hide what stands beyond them', () => {
    const { sheet, diagnostics } = imported('a,b,\n1,2,,x\n3\n');
    expect([...sheet.raggedRows]).toStrictEqual([
      [0, { found: 4, extraCells: ['', 'x'] }],
      [1, { found: 1, extraCells: [] }],
    ]);
    expect(codesOf(diagnostics)).toContain('ragged_rows');
  });

  it('below a header without them are left out and counted, too', () => {
    const { sheet, diagnostics } = imported('a,b\n1,2,\n3,4, ,\n5,6\n');
    expect(sheet.raggedRows.size).toBe(0);
    expect(diagnostics.map(({ message }) => message)).toStrictEqual([
      '2 rows have empty cells beyond the last column, which were left out (line 2, 3).',
    ]);
  });

  it('are not all of a sheet', () => {
    expect(imported('a,\n,x\n').sheet.columns).toHaveLength(2);
  });
});
