import { describe, expect, it } from 'vitest';
import { importSheet } from '../../../src/core/csv/import.ts';
import { bytesOf, codesOf, ID, imported, OTHER_ID, rowTexts } from '../making.ts';

const TABLE = `id;name;zip\r\n${ID};Anna;02138\r\n${OTHER_ID};Bob;10115\r\n`;
const headersOf = (text: string) => imported(text).sheet.columns.map(({ header }) => header);

describe('the header', () => {
  it.each([
    ['a title', 'Customers to correct\r\n', 2],
    ['a title that fills the line with empty cells', 'Customers to correct;;\r\n', 2],
    ['a title and a blank line', 'Customers to correct, Q3\r\n\r\n', 3],
    [
      'the lines of an export',
      'Report: addresses\r\nCreated: 2026-11-24 10:31\r\nBy: Anna (finance)\r\n\r\n',
      5,
    ],
    ['blank lines alone', '\r\n;;\r\n', 3],
    ['a title on two lines', '"Customers\r\nto correct"\r\n', 3],
  ])('is found below %s', (_, above, line) => {
    const { sheet, dialect } = imported(above + TABLE);
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(['id', 'name', 'zip']);
    expect(dialect).toMatchObject({ headerLine: line, headerBy: 'its text', delimiter: ';' });
    expect(sheet.lines).toStrictEqual([line + 1, line + 2]);
    expect(rowTexts(sheet, 0)).toStrictEqual([ID, 'Anna', '02138']);
  });

  it('is found below lines of names and values, which are half as wide', () => {
    const wide = `id,email,name,phone,city\n${ID},a@b.example,A,1,C\n`;
    expect(headersOf(`Exported by,Anna\nFor,Finance\n\n${wide}`)).toHaveLength(5);
    expect(headersOf(`Billing address,Shipping address,,,\n${wide}`)[0]).toBe('id');
  });

  it('may have some names twice', () => {
    const { dialect } = imported(`Title\nid,notes,notes\n${ID},a,b\n`);
    expect(dialect.headerLine).toBe(2);
  });

  it('below a title is said, with what stands above it', () => {
    const { diagnostics } = imported(`Customers, Q3\n\n${TABLE}`);
    expect(codesOf(diagnostics)).toContain('lines_above_header');
    const said = diagnostics.find(({ code }) => code === 'lines_above_header');
    expect(said?.message).toContain('(line 1): “Customers, Q3”.');
  });

  it.each([
    ['a table as usual', TABLE],
    ['rows with more cells than headers', `id;name\n${ID};Anna;Cambridge;MA;US\n${OTHER_ID};Bob;x;y;z\n`],
    ['rows of names only', 'name;city\nAnna;Cambridge\nBob;Boston\n'],
    ['headers with dates', `id;Revenue 2024-01;Revenue 2024-02\n${ID};1;2\n`],
    ['one column', 'email\na@b.example\nc@d.example\n'],
    ['cells with commas in one column', 'name\nMiller, Anna\nSmith, Bob\n'],
    ['one line', 'id;name;zip\n'],
  ])('is the first line of %s', (_, text) => {
    expect(imported(text).dialect.headerLine).toBe(1);
    expect(codesOf(imported(text).diagnostics)).not.toContain('lines_above_header');
  });

  it('is on the line a person chooses, and nothing above it is a row', () => {
    const { sheet, dialect, diagnostics } = imported(TABLE, { headerLine: 2 });
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual([ID, 'Anna', '02138']);
    expect(sheet.lines).toStrictEqual([3]);
    expect(dialect).toMatchObject({ headerLine: 2, headerBy: 'choice' });
    expect(diagnostics.map(({ message }) => message).join()).toContain('“id name zip”');
  });

  it('is the first line with something on it from the chosen one on', () => {
    expect(imported(`Title\n\n\n${TABLE}`, { headerLine: 2 }).dialect.headerLine).toBe(4);
    expect(imported(`"Title\nof it"\n${TABLE}`, { headerLine: 2 }).dialect.headerLine).toBe(3);
  });

  it('on a line that is not there is an error', () => {
    const result = importSheet(bytesOf(TABLE), { headerLine: 9 });
    expect(result.ok ? [] : codesOf(result.error)).toStrictEqual(['header_line_beyond']);
  });
});

describe('the beginning of a file', () => {
  it('is shown as it was understood', () => {
    const { beginning } = imported(`sep=;\nCustomers\n\n${TABLE}`);
    expect(beginning.map(({ line, kind }) => [line, kind])).toStrictEqual([
      [1, 'separator'],
      [2, 'above'],
      [3, 'blank'],
      [4, 'header'],
      [5, 'row'],
      [6, 'row'],
    ]);
    expect(beginning[0]?.cells).toStrictEqual(['sep=;']);
    expect(beginning[4]?.cells).toStrictEqual([ID, 'Anna', '02138']);
    expect(imported(`id,zip\n1,="02138"\n`).beginning[1]?.cells).toStrictEqual(['1', '02138']);
  });

  it('stays small, however long the file is and however far down its header', () => {
    const { beginning } = imported(`${'note\n'.repeat(900)}id,name\n${`${ID},x\n`.repeat(900)}`, {
      headerLine: 901,
    });
    expect(beginning.length).toBeLessThan(60);
    expect(beginning.find(({ kind }) => kind === 'header')?.line).toBe(901);
  });
});
