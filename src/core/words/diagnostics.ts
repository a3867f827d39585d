import type { Diagnostic, Fix, Place, Severity } from '../diagnostic.ts';
import { fieldLabel } from './fields.ts';
import { count, list, quoted } from './text.ts';

/**
 * Every finding, in the words people read. The key is the finding's code; its parameters are those of its
 * sentence. A rule that reports something says which of these it is, and nothing else.
 */
const FINDINGS = {
  // The file
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
  // Columns
  duplicate_header: {
    severity: 'warning',
    say: (p: { header: string }) =>
      `Several columns are headed ${quoted(p.header)}; they are told apart by a number.`,
  },
  empty_header: { severity: 'warning', say: () => 'This column has no header.' },
  // The mapping
  no_key: {
    severity: 'error',
    say: () => 'No column says which customer a row is about. Map one to the customer id or the e-mail.',
  },
  several_keys: { severity: 'error', say: () => 'Several columns are mapped to the key; only one can be.' },
  nothing_to_write: { severity: 'error', say: () => 'No column is mapped to a field that will be written.' },
  field_written_twice: {
    severity: 'error',
    say: (p: { field: string; headers: readonly string[] }) =>
      `${list(p.headers.map(quoted))} are all written to ${fieldLabel(p.field)}; only one can be.`,
  },
  blank_question: {
    severity: 'error',
    say: (p: { address: string; rows: number }) =>
      `${count(p.rows, 'row')} set some parts of the ${fieldLabel(p.address)} and leave others blank. Say whether blank keeps the old part or clears it.`,
  },
  copy_and_columns: {
    severity: 'error',
    say: () =>
      'The shipping address can be copied from the billing address or written from columns, not both.',
  },
  constant_not_writable: {
    severity: 'error',
    say: (p: { field: string; why: string }) =>
      `The constant for ${fieldLabel(p.field)} can’t be used: ${p.why}`,
  },
  // Rows
  too_many_cells: {
    severity: 'error',
    say: (p: { found: number; expected: number }) =>
      `This row has ${p.found} cells where the header has ${p.expected}; a value may be in the wrong column.`,
  },
  too_few_cells: {
    severity: 'error',
    say: (p: { found: number; expected: number }) =>
      `This row has only ${p.found} of ${p.expected} cells; a value may be in the wrong column.`,
  },
  key_missing: { severity: 'error', say: (p: { field: string }) => `The ${p.field} is missing.` },
  duplicate_customer: {
    severity: 'error',
    say: (p: { lines: readonly number[] }) =>
      `The same customer is also on line ${list(p.lines.map(String))}.`,
  },
  email_used_twice: {
    severity: 'error',
    say: (p: { lines: readonly number[] }) =>
      `The same new e-mail is also on line ${list(p.lines.map(String))}.`,
  },
  // Cells
  excel_error: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is an Excel error, not a value. Correct the formula or empty the cell.`,
  },
  looks_like_clear: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} could mean a text, an empty field or “leave as it is”. Say which for all such cells, or write [clear].`,
  },
  only_spaces: { severity: 'warning', say: () => 'Only spaces: the field keeps its value.' },
  outer_spaces: { severity: 'warning', say: () => 'Spaces at the beginning or end would be written too.' },
  cannot_be_cleared: {
    severity: 'error',
    say: (p: { field: string }) => `The ${fieldLabel(p.field)} can’t be cleared.`,
  },
  not_yes_or_no: {
    severity: 'error',
    say: (p: { text: string }) => `${quoted(p.text)} is neither yes nor no. Use TRUE or FALSE.`,
  },
  not_an_email: {
    severity: 'error',
    say: (p: { text: string }) => `${quoted(p.text)} can’t be an e-mail address.`,
  },
  unusual_email: {
    severity: 'warning',
    say: (p: { text: string }) => `${quoted(p.text)} is an unusual e-mail address.`,
  },
  nul_in_text: { severity: 'error', say: () => 'The text holds a NUL character, which Atlas refuses.' },
  broken_character: {
    severity: 'error',
    say: () => 'The text holds half a character; it was damaged on the way.',
  },
  key_not_an_id: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} can’t be a customer id: it is only dots, or holds spaces or control characters.`,
  },
  key_damaged_by_excel: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is a number that Excel has rounded; the id can’t be recovered from it.`,
  },
  unusual_id: {
    severity: 'warning',
    say: (p: { text: string }) => `${quoted(p.text)} does not look like a customer id of Atlas.`,
  },
  value_not_allowed: {
    severity: 'error',
    say: (p: { why: string }) => `Atlas would refuse this value: ${p.why}`,
  },
} as const satisfies Record<string, { severity: Severity; say: (params: never) => string }>;

export type DiagnosticCode = keyof typeof FINDINGS;
type Params<C extends DiagnosticCode> = Parameters<(typeof FINDINGS)[C]['say']>[0];

/** A finding at a place, in words. */
export function finding<C extends DiagnosticCode>(
  code: C,
  place: Place,
  ...[params, fix]: undefined extends Params<C>
    ? [params?: undefined, fix?: Fix]
    : [params: Params<C>, fix?: Fix]
): Diagnostic {
  const { severity, say } = FINDINGS[code];
  const message = (say as (params: unknown) => string)(params);
  return fix ? { severity, code, place, message, fix } : { severity, code, place, message };
}
