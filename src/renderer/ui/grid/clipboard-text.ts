/** Cells as Excel puts them on the clipboard: tabs between cells, quotes around those with tabs, breaks or quotes. */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = readCell(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
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
  const length = text.slice(start).search(/[\t\r\n]/);
  const end = length < 0 ? text.length : start + length;
  return { cell: text.slice(start, end), end };
}

function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}

/** A cell as Excel reads it back. */
export const clipboardCell = (text: string): string =>
  /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
