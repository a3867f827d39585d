import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../src/core/csv/dialect.ts';
import { codesOf, imported, rowTexts } from '../making.ts';

describe('the delimiter', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ','],
    ['semicolons', 'a;b\n1;2\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['pipes', 'a|b\n1|2\n', '|'],
    ['one column', 'a\n1\n2\n', ','],
    ['no record at all', '', ','],
    ['decimal commas in quotes', 'a;b\n"1,5";2\n"2,5";3\n', ';'],
    ['decimal commas without quotes', 'id;amount;name\n1;1,5;A\n2;22,75;B\n3;3;C\n', ';'],
    ['addresses on several lines', 'a;b\n"1 Main St, Suite 4\nCambridge, MA, US";2\n"x";"y, z"\n', ';'],
    ['semicolons inside addresses', 'a,b\n"x; y; z",1\n"u; v",2\n', ','],
    ['a doubled quotation mark before a comma', 'a;b\n"6"" pipe, long";2\n"x";3\n', ';'],
    ['blank lines between CRLF records', '\r\na;b\r\n\r\n1;2\r\n\r\n', ';'],
    ['a header alone', 'id;name', ';'],
  ])('is found among %s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('is found in a file longer than the sample', () => {
    const text = `a;b\n${'"one, two\nthree, four";2\n'.repeat(20_000)}`;
    expect(detectDelimiter(text)).toBe(';');
  });

  it('is the chosen one, whatever the text looks like', () => {
    const { sheet, dialect } = imported('a;b,c\n1;2,3\n', { delimiter: ',' });
    expect(dialect.delimiter).toBe(',');
    expect(rowTexts(sheet, 0)).toStrictEqual(['1;2', '3']);
  });
});

describe('the end of a line', () => {
  const read = (text: string) => {
    const { sheet, dialect, diagnostics } = imported(text);
    const rows = Array.from({ length: sheet.rowCount }, (_, row) => rowTexts(sheet, row));
    return { newline: dialect.newline, rows, lines: sheet.lines, codes: codesOf(diagnostics) };
  };

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)('is %s', (_, newline) => {
    const rows = [
      ['1', '2'],
      ['3', '4'],
    ];
    const text = ['a,b', '1,2', '3,4', ''].join(newline);
    expect(read(text)).toStrictEqual({ newline, rows, lines: [2, 3], codes: [] });
    expect(read(text.slice(0, -newline.length))).toMatchObject({ newline, rows });
  });

  it('is CRLF where quoted cells hold LF, as Excel writes them', () => {
    expect(read('a,b\r\n"x\ny",1\r\nz,2\r\n')).toStrictEqual({
      newline: '\r\n',
      rows: [
        ['x\ny', '1'],
        ['z', '2'],
      ],
      lines: [2, 4],
      codes: [],
    });
  });

  it('is LF where quoted cells hold CRLF, which they keep', () => {
    expect(read('a,b\n"x\r\ny",1\nz,2\n')).toMatchObject({
      newline: '\n',
      rows: [
        ['x\r\ny', '1'],
        ['z', '2'],
      ],
      lines: [2, 4],
      codes: [],
    });
  });

  it('may be mixed: no two rows are glued together, and it is said', () => {
    expect(read('a,b\r\n1,"x\r\ny"\n2,p\r3,q\r\n')).toStrictEqual({
      newline: 'mixed',
      rows: [
        ['1', 'x\r\ny'],
        ['2', 'p'],
        ['3', 'q'],
      ],
      lines: [2, 4, 5],
      codes: ['mixed_newlines'],
    });
  });

  it('is not called mixed for a line break that only a quoted cell has', () => {
    expect(read('a,"b\r\nc"').codes).not.toContain('mixed_newlines');
  });
});
