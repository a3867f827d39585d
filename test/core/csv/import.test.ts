import { describe, expect, it } from 'vitest';
import { importSheet } from '../../../src/core/csv/import.ts';
import { originalCells } from '../../../src/core/sheet.ts';
import { bytesOf, codesOf, imported, rowTexts, sheetOf } from '../making.ts';

const findingsIn = (text: string) =>
  imported(text).diagnostics.map(({ code, place, severity }) => ({ code, place, severity }));

describe('an imported sheet', () => {
  it('keeps every cell as text, zeros, spaces and all', () => {
    const sheet = sheetOf('id,zip,phone,flag,name\n1,02134,+1617,TRUE, Anna \n2,1e5,=1+1,null,\t\n');
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', '02134', '+1617', 'TRUE', ' Anna ']);
    expect(originalCells(sheet, 1)).toStrictEqual(['2', '1e5', '=1+1', 'null', '\t']);
  });

  it('knows the line of each row, though cells span several', () => {
    expect(sheetOf('a,b\n"x\ny\r\nz",1\n"p",2\n"\n",3\nq,4').lines).toStrictEqual([2, 5, 6, 8]);
  });

  it('starts with the header, though blank lines come first', () => {
    const { sheet, diagnostics } = imported('\n\na,b\n1,2\n');
    expect(sheet.columns.map(({ name }) => name)).toStrictEqual(['a', 'b']);
    expect(sheet.lines).toStrictEqual([4]);
    expect(diagnostics[0]?.message).toBe('2 blank rows left out (line 1, 2).');
  });

  it('leaves out blank rows and says which', () => {
    const { sheet, diagnostics } = imported('a,b\n1,2\n\n,\n  ,\t\n3,4\n\n');
    expect(sheet.rowCount).toBe(2);
    expect(sheet.lines).toStrictEqual([2, 6]);
    expect(diagnostics.map(({ message }) => message)).toStrictEqual([
      '4 blank rows left out (line 3, 4, 5, 7).',
    ]);
  });

  it('takes no line behind the last newline for a row', () => {
    expect(imported('a\n1\n').sheet.rowCount).toBe(1);
    expect(imported('a\n1').sheet.rowCount).toBe(1);
    expect(imported('a\n1\n').diagnostics).toStrictEqual([]);
  });

  it('without rows says so', () => {
    expect(findingsIn('a,b\n')).toStrictEqual([
      { code: 'no_rows', place: { kind: 'file' }, severity: 'error' },
    ]);
  });

  it('keeps ragged rows whole and knows them', () => {
    const { raggedRows, cells } = sheetOf('a,b,c\n1,2\n3,4,5,6,7\n8,9,0\n');
    expect([...raggedRows]).toStrictEqual([
      [0, { found: 2, extraCells: [] }],
      [1, { found: 5, extraCells: ['6', '7'] }],
    ]);
    expect(cells[2]).toStrictEqual(['', '5', '0']);
  });

  it('refuses a file with more columns than Excel users have', () => {
    const result = importSheet(bytesOf(Array.from({ length: 1001 }, (_, at) => `c${at}`).join(',')));
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: 'too_many_columns', place: { kind: 'line', line: 1 } },
    ]);
    expect(result.ok ? '' : result.error[0]?.message).toContain('1,001 columns');
  });

  it('with more rows than a sheet holds is an error, and costs no more than one that does', () => {
    const { sheet, diagnostics } = imported(`a\n${'1\n'.repeat(1_048_577)}`);
    expect(sheet.rowCount).toBe(1_048_576);
    expect(diagnostics).toMatchObject([{ code: 'too_many_rows', severity: 'error' }]);
  });
});

describe('headers', () => {
  it('that are the same or missing are told apart', () => {
    const { sheet, diagnostics } = imported('Notes,Notes,,Notes (2), ,Notes\n1,2,3,4,5,6\n');
    const names = sheet.columns.map(({ name }) => name);
    expect(names).toStrictEqual(['Notes', 'Notes (3)', '(column 3)', 'Notes (2)', '(column 5)', 'Notes (4)']);
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual([
      'Notes',
      'Notes',
      '',
      'Notes (2)',
      ' ',
      'Notes',
    ]);
    expect(codesOf(diagnostics)).toStrictEqual([
      'duplicate_header',
      'empty_header',
      'empty_header',
      'duplicate_header',
    ]);
    expect(diagnostics[0]?.message).toContain('line 1');
  });

  it.each(['__proto__', 'constructor', 'toString', '__parsed_extra'])('may be called %s', (header) => {
    const sheet = sheetOf(`id,${header},${header}\n1,x,y\n`);
    expect(sheet.columns.map(({ name }) => name)).toStrictEqual(['id', header, `${header} (2)`]);
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', 'x', 'y']);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])('called %s are said', (header) => {
    const { diagnostics } = imported(`Title\n\nid,${header}\n1,x\n`);
    const said = diagnostics.find(({ code }) => code === 'program_word_header');
    expect(said?.place).toStrictEqual({ kind: 'column', column: 1 });
    expect(said?.message).toContain(`“${header}” (line 3)`);
  });
});

describe('a damaged file', () => {
  it('with an unclosed quotation mark is an error on its line, not one huge cell', () => {
    const [found] = findingsIn('a,b\n"x\ny",1\n2,"oops\n3,4\n');
    expect(found).toStrictEqual({
      code: 'unclosed_quote',
      place: { kind: 'line', line: 4 },
      severity: 'error',
    });
    expect(findingsIn('a\n"')[0]?.place).toStrictEqual({ kind: 'line', line: 2 });
  });

  it('with text after a closing quotation mark is an error on its line', () => {
    const found = findingsIn('a,b\n"1",2\n"Main "Old" Street",3\n"4",5\n');
    expect(found[0]).toStrictEqual({
      code: 'text_after_quote',
      place: { kind: 'line', line: 3 },
      severity: 'error',
    });
  });

  it('says so where spaces after a closing quotation mark are lost', () => {
    const { sheet, diagnostics } = imported('a,b\n"1"  ,"x, y" \n"say ""a"" , b",2\n"3",4\n');
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', 'x, y']);
    expect(rowTexts(sheet, 1)).toStrictEqual(['say "a" , b', '2']);
    expect(codesOf(diagnostics)).toStrictEqual(['spaces_after_quote']);
    expect(diagnostics[0]?.message).toContain('1 row (line 2)');
  });

  it('with NUL characters is an error that names their lines', () => {
    const { diagnostics } = imported('a,b\n1,x\u0000y\u0000\n2,"some\nmore\u0000 text"\n');
    expect(diagnostics).toMatchObject([
      { code: 'nul_characters', place: { kind: 'file' }, severity: 'error' },
    ]);
    expect(diagnostics[0]?.message).toContain('3 NUL characters (line 2, 4)');
  });

  it('with a cell longer than Excel’s longest is an error on its line and column', () => {
    const long = 'x'.repeat(32_768);
    expect(imported(`a,b\n1,${long.slice(1)}\n`).diagnostics).toStrictEqual([]);
    expect(imported(`a,b\n1,2\n3,${long}\n`).diagnostics).toMatchObject([
      { code: 'long_cell', place: { kind: 'line', line: 3 }, severity: 'error' },
    ]);
    expect(findingsIn(`a,${long}\n1,2\n`)[0]).toMatchObject({ place: { line: 1 }, code: 'long_cell' });
    expect(findingsIn(`a\n1,,${long}\n`)[0]).toMatchObject({ place: { line: 2 }, code: 'long_cell' });
    const many = findingsIn(`a\n${`${long}\n`.repeat(9)}`).map(({ code }) => code);
    expect(many).toStrictEqual([...Array.from({ length: 5 }, () => 'long_cell'), 'more_long_cells']);
  });

  it('names its ragged rows, which are left for each row to say', () => {
    const { diagnostics } = imported(`a,b\n1\n1,2\n${'1,2,3\n'.repeat(9)}`);
    expect(codesOf(diagnostics)).toStrictEqual(['ragged_rows']);
    expect(diagnostics[0]?.message).toContain('10 rows have more or fewer cells');
    expect(diagnostics[0]?.message).toContain('(line 2, 4, 5, 6, 7, …)');
  });

  it('names the first places where quotation marks are out of order, and counts the rest', () => {
    const found = findingsIn(`a,b\n${'"x"y,1\n'.repeat(5_000)}`);
    expect(found.length).toBeLessThan(20);
    expect(found.map(({ code }) => code)).toContain('more_quote_errors');
  });

  it('keeps quotation marks inside a cell that does not begin with one', () => {
    const { sheet, diagnostics } = imported('a,b\n6" pipe,5" "x"\n');
    expect(rowTexts(sheet, 0)).toStrictEqual(['6" pipe', '5" "x"']);
    expect(diagnostics).toStrictEqual([]);
  });
});
