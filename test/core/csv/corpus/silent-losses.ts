import type { ImportResult } from '../../../../src/core/csv/import.ts';
import { isError } from '../../../../src/core/diagnostic.ts';
import { originalCells, originalHeaders } from '../../../../src/core/sheet.ts';
import type { DiagnosticCode } from '../../../../src/core/words/diagnostics.ts';

/** Where quotation marks are out of order, what a cell is can't be said; the file is refused as a whole. */
const NOT_TO_BE_SAID: ReadonlySet<DiagnosticCode> = new Set([
  'unclosed_quote',
  'text_after_quote',
  'more_quote_errors',
  'too_many_rows',
]);
/** Findings that say that white space was left out. */
const ABOUT_SPACE: ReadonlySet<DiagnosticCode> = new Set([
  'spaces_after_quote',
  'blank_rows',
  'empty_columns',
  'empty_extra_cells',
]);

/**
 * The law of importing: no byte is lost in silence. Every character of the file's text that does not structure it
 * (delimiters, quotation marks, line ends) is in a cell of the sheet, beyond its last column or on a line above the
 * header, in the order of the file; or else a finding says what is missing: an error that refuses the whole file,
 * or a warning about white space that was left out.
 *
 * @returns what is wrong; nothing where the law holds
 */
export function silentLosses(bytes: Uint8Array, result: ImportResult): readonly string[] {
  if (!result.ok) return result.error.some(isError) ? [] : ['Refused without an error'];
  const { sheet, dialect, diagnostics, beginning } = result.value;
  if (diagnostics.some(({ code }) => NOT_TO_BE_SAID.has(code))) return [];
  const mayMissSpace = diagnostics.some(({ code }) => ABOUT_SPACE.has(code));
  const content = (text: string): string => {
    const bare = text.replaceAll(dialect.delimiter, '').replaceAll(/["\r\n]/g, '');
    return mayMissSpace ? bare.replaceAll(/\s/g, '') : bare;
  };
  const above = beginning.filter(({ kind }) => kind === 'above' || kind === 'separator');
  const kept = [
    ...above.flatMap(({ cells }) => cells),
    ...originalHeaders(sheet),
    ...sheet.lines.flatMap((_, row) => [
      ...originalCells(sheet, row),
      ...(sheet.raggedRows.get(row)?.extraCells ?? []),
    ]),
  ];
  const wanted = content(new TextDecoder(dialect.encoding).decode(bytes));
  const found = content(kept.join(''));
  const losses: string[] = [];
  if (found !== wanted)
    losses.push(`In the file: ${excerpt(wanted, found)}; kept: ${excerpt(found, wanted)}`);
  const isSaid = diagnostics.some(({ code }) => code === 'lines_above_header');
  if (above.some(({ kind }) => kind === 'above') !== isSaid)
    losses.push('Lines above the header are not said');
  if (sheet.raggedRows.size > 0 && !diagnostics.some(({ code }) => code === 'ragged_rows'))
    losses.push('Ragged rows are not said');
  return losses;
}

/** From where it differs. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return JSON.stringify(text.slice(Math.max(0, at - 10), at + 30));
}
