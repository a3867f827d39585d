import { count, list, quoted } from '../text.ts';
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
    say: (p: { total: number }) =>
      `The file holds ${count(p.total, 'NUL character')}; it is damaged or not a text file.`,
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
  spaces_after_quote: {
    severity: 'warning',
    say: (p: { total: number; lines: readonly number[] }) =>
      `Spaces between a closing quotation mark and the next cell were left out in ${count(p.total, 'row')} (line ${p.lines.join(', ')}${p.total > p.lines.length ? ', …' : ''}).`,
  },
  blank_rows: {
    severity: 'warning',
    say: (p: { total: number; lines: readonly number[] }) =>
      `${count(p.total, 'blank row')} left out (line ${p.lines.join(', ')}${p.total > p.lines.length ? ', …' : ''}).`,
  },
  too_many_rows: {
    severity: 'error',
    say: (p: { limit: number }) => `The file has more than ${count(p.limit, 'row')}.`,
  },
  too_many_columns: {
    severity: 'error',
    say: (p: { limit: number }) => `The file has more than ${count(p.limit, 'column')}.`,
  },
  own_file: {
    severity: 'warning',
    say: (p: { header: string; columns: number; guards: number }) =>
      `This file was written by Patchsheet, so its own ${p.columns === 1 ? `column ${quoted(p.header)} was` : `${count(p.columns, 'column')} from ${quoted(p.header)} on were`} left out${p.guards === 0 ? '' : `, and the apostrophes that Patchsheet had put before ${count(p.guards, 'cell')} to keep spreadsheets from changing them were taken off again`}.`,
  },
  duplicate_header: {
    severity: 'warning',
    say: (p: { header: string }) =>
      `Several columns are headed ${quoted(p.header)}; they are told apart by a number.`,
  },
  empty_header: { severity: 'warning', say: () => 'This column has no header.' },
} as const satisfies FindingWords;
