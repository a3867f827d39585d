import { pastedDelimiter } from '../../core/csv/dialect.ts';
import type { ImportOptions } from '../../core/csv/import.ts';
import { printCsv } from '../../core/csv/print.ts';
import { resultOf } from '../../core/steps.ts';
import { clipboardSteps } from './grid/clipboard-text.ts';

/** More would hold up the window; it is taken as it is. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * Copied cells as a source that can be read in one way only. Spreadsheets put quotation marks around cells with line
 * breaks in them and leave those of other cells bare (`"Old" Street`), which no file would.
 */
export function pastedTable(text: string): { readonly text: string; readonly options: ImportOptions } {
  const delimiter = pastedDelimiter(text);
  const isAmbiguous = delimiter === '\t' && text.includes('"') && text.length <= MOST_CHARACTERS;
  return {
    text: isAmbiguous ? printCsv(resultOf(clipboardSteps(text)), delimiter) : text,
    options: { delimiter },
  };
}
