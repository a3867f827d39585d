/** Rows of cells as they are cut out of a sheet or put into one. */
export type Block = readonly (readonly string[])[];

const ROWS_AT_ONCE = 500;

/**
 * Reads cells as Excel puts them on the clipboard: tabs between cells, quotes around those with tabs, breaks or
 * quotes. In steps, since somebody may have copied a whole sheet.
 */
export function* clipboardSteps(text: string): Generator<void, Block> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = readCell(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
    if (rows.length % ROWS_AT_ONCE === 0) yield;
    row = [];
    if (text[end] === '\r' && text[end + 1] === '\n') at++;
    // The break after the last row is not a row.
    if (at >= text.length) break;
  }
  return rows;
}

function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text[start] === '"') {
    const closing = closingQuote(text, start);
    const after = text[closing + 1];
    if (closing > start && (after === undefined || after === '\t' || after === '\n' || after === '\r')) {
      return { cell: text.slice(start + 1, closing).replaceAll('""', '"'), end: closing + 1 };
    }
  }
  let end = start;
  while (end < text.length && !isEnd(text.charCodeAt(end))) end++;
  return { cell: text.slice(start, end), end };
}

const isEnd = (code: number): boolean => code === TAB || code === LF || code === CR;
const [TAB, LF, CR] = [9, 10, 13];

function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}

const NEEDS_QUOTES = /["\t\r\n]/;

/** A cell as Excel reads it back. */
const clipboardCell = (text: string): string =>
  NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A row of cells, without the break after it. */
export const clipboardRow = (row: readonly string[]): string => row.map(clipboardCell).join('\t');

/** Rows as Excel puts them there: a break after each, but none after a cell alone, which may go into a text. */
export const clipboardText = (rows: readonly string[]): string =>
  rows.length === 1 ? rows.join('') : `${rows.join('\r\n')}\r\n`;
