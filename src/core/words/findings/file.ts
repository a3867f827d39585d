import { count, type Lines, linesText, list, number, quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about the file and its columns. */
export const FILE_FINDINGS = {
  empty_file: { severity: 'error', say: () => 'The file is empty.' },
  no_rows: { severity: 'error', say: () => 'The file has a header but no rows below it.' },
  excel_workbook: {
    severity: 'error',
    say: () =>
      'This is an Excel workbook: in Excel choose File › Save As › “CSV UTF-8”, then import that file.',
  },
  not_text: { severity: 'error', say: (p: { what: string }) => `This is ${p.what}, not a CSV file.` },
  not_in_encoding: {
    severity: 'error',
    say: (p: { encoding: string }) =>
      `The file holds bytes that are not valid ${p.encoding}. Choose another encoding.`,
  },
  assumed_windows_1252: {
    severity: 'warning',
    say: () =>
      'The file is not UTF-8; it was read as Windows-1252 (Western European). Check that ä, é and € look right.',
  },
  nul_characters: {
    severity: 'error',
    say: (p: Lines) =>
      `The file holds ${count(p.total, 'NUL character')} (${linesText(p)}); it is damaged or not a text file.`,
  },
  separator_line: {
    severity: 'warning',
    say: (p: { separator: string; delimiter: string }) =>
      `The first line, “sep=${p.separator === '\t' ? 'tab' : p.separator}”, says how cells are separated${p.separator === p.delimiter ? '' : ', but another way was chosen'}. It is no row, and reports leave it out.`,
  },
  mixed_newlines: {
    severity: 'warning',
    say: (p: { kinds: readonly string[] }) =>
      `Lines end in different ways (${list(p.kinds)}); each was taken as the end of a line.`,
  },
  unclosed_quote: {
    severity: 'error',
    say: () => 'A quotation mark opened here is never closed; everything after it would be read as one cell.',
  },
  text_after_quote: {
    severity: 'error',
    say: () =>
      'Text follows a closing quotation mark; a quotation mark inside a quoted cell must be doubled.',
  },
  more_quote_errors: {
    severity: 'error',
    say: (p: { total: number }) =>
      `Quotation marks are out of order in ${count(p.total, 'more place')}; often the first one is the cause.`,
  },
  spaces_after_quote: {
    severity: 'warning',
    say: (p: Lines) =>
      `Spaces between a closing quotation mark and the next cell were left out in ${count(p.total, 'row')} (${linesText(p)}).`,
  },
  blank_rows: {
    severity: 'warning',
    say: (p: Lines) => `${count(p.total, 'blank row')} left out (${linesText(p)}).`,
  },
  empty_columns: {
    severity: 'warning',
    say: (p: { total: number }) =>
      `${count(p.total, 'column')} at the end ${p.total === 1 ? 'has' : 'have'} neither header nor cells and ${p.total === 1 ? 'was' : 'were'} left out.`,
  },
  empty_extra_cells: {
    severity: 'warning',
    say: (p: Lines) =>
      `${count(p.total, 'row')} ${p.total === 1 ? 'has' : 'have'} empty cells beyond the last column, which were left out (${linesText(p)}).`,
  },
  ragged_rows: {
    severity: 'warning',
    say: (p: Lines) =>
      `${count(p.total, 'row')} ${p.total === 1 ? 'has' : 'have'} more or fewer cells than the header (${linesText(p)}). They can’t be used until that is put right: a value may be in the wrong column.`,
  },
  lines_above_header: {
    severity: 'warning',
    say: (p: { lines: Lines; texts: readonly string[] }) =>
      `What is above the header was left out, in reports too (${linesText(p.lines)}): ${p.texts.map(quoted).join(', ')}${p.lines.total > p.texts.length ? ', …' : ''}.`,
  },
  header_line_beyond: {
    severity: 'error',
    say: () => 'There is nothing on the chosen header line, nor below it. Choose another line.',
  },
  excel_text: {
    severity: 'warning',
    say: (p: { total: number }) =>
      `${count(p.total, 'cell')} written as ="…", Excel’s way of keeping text, ${p.total === 1 ? 'was' : 'were'} read as the text between the quotation marks.`,
  },
  long_cell: {
    severity: 'error',
    say: (p: { column: number; length: number; limit: number }) =>
      `The cell in column ${number(p.column)} holds ${count(p.length, 'character')}; a cell holds at most ${number(p.limit)}.`,
  },
  more_long_cells: {
    severity: 'error',
    say: (p: { total: number }) => `${count(p.total, 'more cell')} ${p.total === 1 ? 'is' : 'are'} too long.`,
  },
  too_many_rows: {
    severity: 'error',
    say: (p: { limit: number }) =>
      `The file has more than ${count(p.limit, 'row')}, as many as a sheet holds.`,
  },
  too_many_columns: {
    severity: 'error',
    say: (p: { limit: number; found: number }) =>
      `The header has ${count(p.found, 'column')}; a sheet has at most ${number(p.limit)}.`,
  },
  own_file: {
    severity: 'warning',
    say: (p: { header: string; columns: number; guards: number }) =>
      `This file was written by Patchsheet, so its own ${p.columns === 1 ? `column ${quoted(p.header)} was` : `${count(p.columns, 'column')} from ${quoted(p.header)} on were`} left out${p.guards === 0 ? '' : `, and the apostrophes that Patchsheet had put before ${count(p.guards, 'cell')} to keep spreadsheets from changing them were taken off again`}.`,
  },
  duplicate_header: {
    severity: 'warning',
    say: (p: { header: string; line: number }) =>
      `Another column is headed ${quoted(p.header)} too (line ${number(p.line)}); they are told apart by a number.`,
  },
  empty_header: {
    severity: 'warning',
    say: (p: { line: number }) => `This column has no header (line ${number(p.line)}).`,
  },
  program_word_header: {
    severity: 'warning',
    say: (p: { header: string; line: number }) =>
      `This column is headed ${quoted(p.header)} (line ${number(p.line)}), a word that other programs trip over. Here it is a column like any other.`,
  },
} as const satisfies FindingWords;
